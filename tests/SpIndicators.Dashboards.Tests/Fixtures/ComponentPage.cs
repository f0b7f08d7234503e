using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

// Handlers of events are found in the render tree only; should its types change, this file is all there is to mend.
#pragma warning disable BL0006

namespace SpIndicators.Dashboards.Tests.Fixtures;

/// <summary>One component, rendered; its events can be fired and its markup read again.</summary>
internal sealed class ComponentPage<T>(IServiceProvider? services = null, bool isInteractive = true)
    : StaticHtmlRenderer(services ?? new ServiceCollection().AddCharts().BuildServiceProvider(), NullLoggerFactory.Instance)
    where T : IComponent
{
    /// <summary>Component ids are counted from 0; nothing we test has more components.</summary>
    private const int MostComponents = 200;

    private HtmlRootComponent root;

    protected override RendererInfo RendererInfo => new(isInteractive ? "Server" : "Static", isInteractive);

    public async Task<IHtmlDocument> Render(params (string Name, object? Value)[] parameters)
    {
        await Dispatcher.InvokeAsync(async () =>
        {
            root = BeginRenderingComponent(typeof(T), ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value)));
            await root.QuiescenceTask;
        });
        return await Markup();
    }

    public Task<IHtmlDocument> Markup() => Dispatcher.InvokeAsync(() => Html.Parse(root.ToHtmlString()));

    /// <summary>Fires an event of the first element of a kind whose attribute has the value.</summary>
    public Task Fire(string element, string attribute, string value, string eventName, EventArgs args) => Dispatcher.InvokeAsync(() =>
    {
        for (var id = 0; id < MostComponents; id++)
        {
            if (HandlerOf(id, element, attribute, value, eventName) is { } handler)
            {
                return DispatchEventAsync(handler, null, args, waitForQuiescence: true);
            }
        }

        throw new InvalidOperationException($"There is no <{element} {attribute}=\"{value}\"> with {eventName}.");
    });

    private ulong? HandlerOf(int componentId, string element, string attribute, string value, string eventName)
    {
        ArrayRange<RenderTreeFrame> frames;
        try
        {
            frames = GetCurrentRenderTreeFrames(componentId);
        }
        catch (ArgumentException)
        {
            return null;
        }

        for (var i = 0; i < frames.Count; i++)
        {
            if (frames.Array[i] is not { FrameType: RenderTreeFrameType.Element } found || found.ElementName != element)
            {
                continue;
            }

            var attributes = frames.Array.Skip(i + 1).TakeWhile(f => f.FrameType == RenderTreeFrameType.Attribute).ToList();
            if (attributes.Exists(a => a.AttributeName == attribute && a.AttributeValue as string == value))
            {
                return attributes.Find(a => a.AttributeName == eventName).AttributeEventHandlerId;
            }
        }

        return null;
    }
}
