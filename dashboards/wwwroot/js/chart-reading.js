// How a drawn chart is read: the tooltip, the arrow keys, the click. Nothing here knows plotly.

const gap = 14;    // pixels between a mark and its tooltip
const slack = 5;   // pixels a pointer may move and still click

/**
 * Gives a layer of a chart its reader. marks: those of the spec that are drawn. words: the spec's.
 * placeOf: from a mark to { x, y } in pixels of the layer; undefined when it is out of sight.
 */
export function readerOf(layer, marks, words, placeOf) {
  const add = (name, className) => {
    const element = document.createElement(name);
    element.className = className;
    layer.append(element);
    return element;
  };
  const ring = add('div', 'chart-focus');
  const tooltip = add('div', 'chart-tooltip');
  const status = add('p', 'chart-status');
  ring.ariaHidden = tooltip.ariaHidden = 'true';
  status.setAttribute('role', 'status');
  let current = -1;   // place in marks of the one the keyboard stands on
  let touched;        // the mark that the last touch showed
  let pressed = { x: 0, y: 0 };

  function showLines(lines, place) {
    tooltip.replaceChildren(...lines.map((line, i) => {
      const row = document.createElement(i === 0 ? 'strong' : 'span');
      row.textContent = line;
      return row;
    }));
    tooltip.dataset.shown = '';
    const [width, height] = [tooltip.offsetWidth, tooltip.offsetHeight];
    const left = Math.max(0, Math.min(place.x - width / 2, layer.clientWidth - width));
    const above = place.y - gap - height;
    // In the window, if it is at all possible: else under the mark.
    const isAbove = layer.getBoundingClientRect().top + above > 0;
    tooltip.style.transform = `translate(${Math.round(left)}px, ${Math.round(isAbove ? above : place.y + gap)}px)`;
  }

  function show(mark, place = placeOf(mark)) {
    showLines(mark.tooltip, place ?? { x: layer.clientWidth / 2, y: layer.clientHeight / 2 });
  }

  function hide() {
    delete tooltip.dataset.shown;
    delete ring.dataset.shown;
  }

  function stand(at) {
    current = at;
    const mark = marks[at];
    const place = placeOf(mark);
    show(mark, place);
    delete ring.dataset.shown;
    if (place) {
      ring.dataset.shown = '';
      ring.style.transform = `translate(${Math.round(place.x)}px, ${Math.round(place.y)}px)`;
    }
    const year = mark.series === undefined ? '' : ` ${mark.timePeriod}`;
    // Two values of an area are told apart by the tooltip's lines only.
    status.textContent = mark.against === undefined ? `${mark.label}${year}: ${mark.valueLabel ?? words.noData}` : mark.tooltip.join('; ');
  }

  // Up and down change to the other lines, at the year nearest to where one stands.
  function sideways(step) {
    const here = marks[current];
    const series = [...new Set(marks.map(mark => mark.series))];
    const next = series[series.indexOf(here?.series) + step];
    if (here === undefined || series.length < 2 || next === undefined) {
      return series.length < 2 || here === undefined ? current + step : current;
    }
    const far = mark => Math.abs(mark.timePeriod - here.timePeriod);
    return marks.indexOf(marks.filter(mark => mark.series === next).reduce((a, b) => (far(b) < far(a) ? b : a)));
  }

  function follow(mark, how = {}) {
    const address = mark?.href && new URL(mark.href, document.baseURI);
    if (!address || address.origin !== location.origin) {
      return;
    }
    // A link of the page is clicked, so that Blazor's enhanced navigation takes it when it is there.
    const link = document.createElement('a');
    link.href = address.href;
    link.hidden = true;
    layer.append(link);
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: how.ctrlKey, metaKey: how.metaKey, shiftKey: how.shiftKey }));
    link.remove();
  }

  layer.addEventListener('pointerdown', event => { pressed = { x: event.clientX, y: event.clientY }; }, { capture: true });
  layer.addEventListener('keydown', event => {
    if (event.target.closest('button') || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const last = marks.length - 1;
    const to = {
      ArrowRight: () => current + 1, ArrowLeft: () => current - 1, ArrowDown: () => sideways(1), ArrowUp: () => sideways(-1),
      Home: () => 0, End: () => last,
    }[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      stand(Math.max(0, Math.min(to(), last)));
    } else if (event.key === 'Enter' && marks[current]) {
      follow(marks[current], event);
    } else if (event.key === 'Escape') {
      hide();
    }
  });
  layer.addEventListener('focusin', event => {
    if (event.target.matches('[data-chart-walk]:focus-visible')) {
      status.textContent = words.keyboardHint;
      showLines([words.keyboardHint], { x: layer.clientWidth / 2, y: 0 });
    }
  });
  layer.addEventListener('focusout', hide);

  return {
    show,
    hide,
    /** A mark was clicked; a first touch only shows what a pointer would have shown. */
    clicked(mark, event) {
      if (event && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > slack) {
        return;   // the end of a drag
      }
      if (event?.pointerType === 'touch' && touched !== mark) {
        touched = mark;
        show(mark);
        return;
      }
      follow(mark, event);
    },
  };
}
