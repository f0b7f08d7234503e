using SpIndicators.Core.Operations;
using SpIndicators.Operations.Storage;

namespace SpIndicators.Operations.Users;

/// <summary>
/// Accounts of people a provider of OpenID Connect vouches for. Issuer and subject say who somebody is; the name is kept as
/// it was at the first sign-in, so that the audit log goes on to mean the same person. No password fits such an account.
/// </summary>
internal sealed class ProvidedAccounts(OperationsStore store)
{
    // What no hash looks like.
    private const string NoPassword = "";

    public Task<ExternalAnswer> SignIn(ExternalIdentity identity, UserRole role, CancellationToken cancellation) =>
        store.Write("The sign-in by OpenID Connect", async session =>
        {
            var known = new { issuer = identity.Issuer, subject = identity.Subject };
            if (await Find(session, known) is not { } account)
            {
                return await Insert(session, identity, role) == 1
                    ? new ExternalAnswer(ExternalResult.Ok, (await Find(session, known))!.ToUser(store.Time.Ticks()))
                    : new ExternalAnswer(ExternalResult.NameTaken);
            }

            if (account.Disabled != 0)
            {
                return new ExternalAnswer(ExternalResult.Disabled);
            }

            if (account.Role != $"{role}")
            {
                // The stamp changes: sign-ins with the old role end.
                await session.Execute(
                    "update app_user set role = @role, stamp = @stamp where issuer = @issuer and subject = @subject",
                    new { known.issuer, known.subject, role = $"{role}", stamp = UserStore.NewStamp() });
                account = (await Find(session, known))!;
            }

            return new ExternalAnswer(ExternalResult.Ok, account.ToUser(store.Time.Ticks()));
        }, cancellation, alone: true);

    public Task<int> EndSignIns(ExternalIdentity identity, CancellationToken cancellation) =>
        store.Write("The end of sign-ins by OpenID Connect", session => session.Execute(
            "update app_user set stamp = @stamp where issuer = @issuer and subject = @subject",
            new { issuer = identity.Issuer, subject = identity.Subject, stamp = UserStore.NewStamp() }), cancellation);

    private static Task<UserRow?> Find(Session session, object known) =>
        session.First<UserRow>($"select {UserRow.Columns} from app_user where issuer = @issuer and subject = @subject", known);

    /// <summary>No row when a local account has the name: whoever can choose a name at the provider would become its owner to all who read it.</summary>
    private async Task<int> Insert(Session session, ExternalIdentity identity, UserRole role)
    {
        var name = AccountName.Of(identity.Name);
        AccountName.Check(name);
        return await Insert(session, identity, name, role) == 1 ? 1
            : await session.First<long>("select count(*) from app_user where name_key = @key and issuer is not null", new { key = UserStore.Key(name) }) == 1
                ? await Insert(session, identity, AccountName.Marked(name, identity), role)
                : 0;
    }

    private Task<int> Insert(Session session, ExternalIdentity identity, string name, UserRole role) => session.Execute(
        """
        insert into app_user (name_key, name, role, created_at, failures, must_change, stamp, password_hash, issuer, subject)
        values (@key, @name, @role, @now, 0, 0, @stamp, @hash, @issuer, @subject)
        on conflict (name_key) do nothing
        """,
        new { key = UserStore.Key(name), name, role = $"{role}", now = store.Time.Ticks(), stamp = UserStore.NewStamp(), hash = NoPassword, issuer = identity.Issuer, subject = identity.Subject });
}
