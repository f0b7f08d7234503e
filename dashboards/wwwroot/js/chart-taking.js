// The menu under a chart, once it is open: buttons that copy the picture, its words and the sentences of its citation, as
// far as this browser can; and those sentences, shown in place. Without this module the links do the same. No plotly.

const canWrite = Boolean(navigator.clipboard?.writeText);
const canWritePictures = Boolean(navigator.clipboard?.write && globalThis.ClipboardItem);
const prepared = new WeakSet();

async function got(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer;
}

// A promise inside: the browser asks for the picture only when it may be put on the clipboard, and some browsers want the
// item while the click still counts.
const pictureOf = menu => new ClipboardItem({
  'image/png': got(menu.querySelector('a[href*=".png"]').href).then(answer => answer.blob()),
});

// What the picture's own <title> and <desc> say.
const wordsOf = menu => {
  const chart = menu.closest('.chart');
  return [...chart.querySelectorAll(':scope > .chart-title, :scope > .chart-summary')].map(part => part.textContent.trim()).join('. ');
};

const copies = {
  picture: button => navigator.clipboard.write([pictureOf(button.closest('.chart-download'))]),
  words: button => navigator.clipboard.writeText(wordsOf(button.closest('.chart-download'))),
  text: button => navigator.clipboard.writeText(button.closest('.chart-cite').querySelector('span').textContent),
};

async function copy(button) {
  const status = button.closest('.chart-download').querySelector('.chart-copied');
  // Emptied first, or the same word a second time is not read out.
  status.textContent = '';
  delete button.dataset.said;
  try {
    await copies[button.dataset.copy](button);
    status.textContent = status.dataset.done;
  } catch (error) {
    status.textContent = status.dataset.failed;
    console.warn(`Nothing was copied: ${error.message}`);
  }
  // Beside the button for those who look there; the status is for those who listen.
  button.dataset.said = status.textContent;
  setTimeout(() => delete button.dataset.said, 4000);
}

// The sentences of the citation, each with a button of its own made after the one that waits in the page.
async function cite(menu) {
  const link = menu.querySelector('a[data-cite]');
  const address = link.href;
  const lines = (await (await got(address)).text()).split('\n').filter(line => line);
  if (lines.length === 0) {
    throw new Error(`${address} is empty`);
  }
  if (link.href !== address) {
    return;
  }
  menu.querySelectorAll('.chart-cite').forEach(old => old.remove());
  const model = menu.querySelector('[data-copy=text]');
  model.closest('p').before(...lines.map(line => {
    const shown = document.createElement('p');
    shown.className = 'chart-cite';
    const words = document.createElement('span');
    words.textContent = line;
    shown.append(words);
    if (canWrite) {
      const button = model.cloneNode(true);
      button.hidden = false;
      shown.append(' ', button);
    }
    return shown;
  }));
}

/** Each time a menu opens: its page may have changed meanwhile. */
export function prepare(menu) {
  menu.querySelector('[data-copy=picture]').hidden = !canWritePictures;
  menu.querySelector('[data-copy=words]').hidden = !canWrite;
  const show = () => cite(menu).catch(error => console.warn(`The citation stays a link: ${error.message}`));
  show();
  if (!prepared.has(menu)) {
    prepared.add(menu);
    menu.addEventListener('click', event => {
      const button = event.target.closest('[data-copy]');
      if (button) {
        copy(button);
      }
    });
    // An island changes its links under an open menu.
    new MutationObserver(() => { if (menu.open) { show(); } }).observe(menu.querySelector('a[data-cite]'), { attributeFilter: ['href'] });
  }
}
