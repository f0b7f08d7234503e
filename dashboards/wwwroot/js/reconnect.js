// A lost circuit comes back as the same view: the view is in the address. Blazor retries by itself; when the server no
// longer knows the circuit, load the page anew, quietly.
const notice = document.getElementById('components-reconnect-modal');
notice?.addEventListener('components-reconnect-state-changed', event => {
  if (event.detail.state === 'rejected') {
    location.reload();
  }
});
