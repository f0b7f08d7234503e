using System.CommandLine;
using SpIndicators.App.Console;
using SpIndicators.Core.Operations;

namespace SpIndicators.App.Verbs;

/// <summary><c>spi user add|list|password|remove</c>: local accounts for the staff pages.</summary>
internal static class UserVerb
{
    public static Command Create(CommonOptions common, TimeProvider time)
    {
        var name = new Argument<string>("name") { Description = "The account's name" };
        var role = new Option<UserRole>("--role") { Description = "reader, staff or admin", DefaultValueFactory = _ => UserRole.Staff };
        var verb = new Command("user", "Accounts for the staff pages");
        verb.Add(Of(new Command("add", "Make an account; its one-time password is printed") { name, role }, async (users, parsed, cancellation) =>
        {
            var password = OneTimePassword.Draw();
            await users.Add(parsed.GetValue(name)!, parsed.GetValue(role), password, mustChangePassword: true, cancellation);
            Print(parsed.GetValue(name)!, password);
        }));
        verb.Add(Of(new Command("password", "Give an account a new one-time password, which is printed") { name }, async (users, parsed, cancellation) =>
        {
            var password = OneTimePassword.Draw();
            await users.SetPassword(parsed.GetValue(name)!, password, mustChangePassword: true, cancellation);
            Print(parsed.GetValue(name)!, password);
        }));
        verb.Add(Of(new Command("remove", "Remove an account; its sign-ins end") { name }, async (users, parsed, cancellation) =>
        {
            await users.Remove(parsed.GetValue(name)!, cancellation);
            System.Console.Out.WriteLine($"Removed {parsed.GetValue(name)}.");
        }));
        verb.Add(Of(new Command("list", "List the accounts"), async (users, _, cancellation) =>
        {
            foreach (var user in await users.List(cancellation))
            {
                System.Console.Out.WriteLine(FormattableString.Invariant($"{user.Name}  {user.Role}  since {user.CreatedAt.UtcDateTime:yyyy-MM-dd}{(user.LockedUntil is { } until ? $"  locked until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "")}{(user.Issuer is { } issuer ? $"  by {issuer}" : "")}{(user.IsDisabled ? "  disabled" : "")}"));
            }
        }));
        return verb;

        Command Of(Command command, Func<IUserStore, ParseResult, CancellationToken, Task> work)
        {
            command.SetAction((parsed, cancellation) => Outcome.OfAsync(parsed.GetValue(common.Verbose), async () =>
            {
                await using var services = Composition.Of(common.HomeOf(parsed), time);
                try
                {
                    await work(services.GetRequiredService<IUserStore>(), parsed, cancellation);
                    // Whoever may use the machine may use this verb; the audit log says that it was used.
                    await services.GetRequiredService<IAuditLog>().Write($"{Environment.UserName} (command line)", $"user.{command.Name}", parsed.GetValue(name) ?? "", null, cancellation);
                    return Outcome.Done;
                }
                catch (Exception refused) when (refused is ArgumentException or InvalidOperationException)
                {
                    throw new UsageException(refused.Message);
                }
            }));
            return command;
        }
    }

    private static void Print(string name, string password)
    {
        System.Console.Out.WriteLine($"One-time password of {name}: {password}");
        System.Console.Error.WriteLine("It must be changed at the first sign-in, and is not shown again.");
    }
}
