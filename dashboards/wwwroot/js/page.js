// What every page does in the browser. Nothing here is needed to read.

// A lost circuit comes back as the same view: the view is in the address. Blazor retries by itself; when the server no
// longer knows the circuit, load the page anew, quietly. So does the notice's link: it was written before the numbers moved.
const notice = document.getElementById('components-reconnect-modal');
notice?.addEventListener('components-reconnect-state-changed', event => {
  if (event.detail.state === 'rejected') {
    location.reload();
  }
});
notice?.querySelector('a').addEventListener('click', event => {
  event.preventDefault();
  location.reload();
});

// Another view of the same page comes with every disclosure closed; open those again that the reader had opened.
const opened = new Set();
// What can be copied of a chart is nobody's business before its menu is open.
const take = menu => import('./chart-taking.js').then(({ prepare }) => prepare(menu));
document.querySelectorAll('.chart-download[open]').forEach(take);
document.addEventListener('toggle', event => {
  const { id, open } = event.target;
  if (open && event.target.matches('.chart-download')) {
    take(event.target);
  }
  if (id) {
    opened[open ? 'add' : 'delete'](id);
  }
}, true);

// A slider says its value as it moves and asks for the page of that value when it is let go. Blazor then changes what differs
// and the focus stays; without Blazor the form is a plain one.
const slider = event => event.target.closest?.('form[data-slider] input[type=range]');
document.addEventListener('input', event => {
  const range = slider(event);
  if (range?.form.querySelector('output')) {
    range.form.querySelector('output').value = range.value;
  }
});
document.addEventListener('change', event => {
  // Blazor asks a form's submitter for its address, so there has to be one.
  const form = slider(event)?.form;
  form?.requestSubmit(form.querySelector('[type=submit]'));
});

// Going to another page without a full load, take the reader to its heading, as a full load would. Another view of the
// same page leaves the reader where they are.
let path = location.pathname;
globalThis.Blazor?.addEventListener('enhancedload', () => {
  if (location.pathname === path) {
    opened.forEach(id => document.getElementById(id)?.setAttribute('open', ''));
  } else {
    path = location.pathname;
    opened.clear();
    const heading = document.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }
});

// An island that is its own state says its address in data-address. It goes into the address bar once the numbers rest:
// browsers take only so many changes a minute. Links to other languages lead to the same state.
let resting;
function sayAddress() {
  const said = document.querySelector('[data-address]')?.dataset.address;
  if (said && said !== location.pathname + location.search) {
    history.replaceState(history.state, '', said);
    document.querySelectorAll('a[hreflang], link[rel=alternate][hreflang]').forEach(link => {
      const other = new URL(said, location.href);
      const language = new URL(link.href).searchParams.get('lang');
      other.searchParams.delete('lang');
      link.href = other.pathname + other.search + (language ? `${other.search ? '&' : '?'}lang=${language}` : '');
    });
  }
}
new MutationObserver(() => {
  clearTimeout(resting);
  resting = setTimeout(sayAddress, 200);
}).observe(document.body, { subtree: true, attributeFilter: ['data-address'] });
