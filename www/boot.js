// Starts the page. What it loads, and the hash that each must have, stands in the page's preloads. A page that only reads has none:
// there the scenario of the address is handed on to the pages it links to, and what the address names is brought into view.
const app = document.querySelector('link[rel="modulepreload"]');
if (app) {
  // A scenario other than the preset, by the link or by figures that the page before handed on (src/ui/device.rs): shown when it is drawn;
  // after eight seconds the page is shown as it came.
  const root = document.documentElement;
  const handedOn = () => {
    // A browser may refuse it.
    try { return sessionStorage.getItem('clorian-figures') !== null; } catch { return false; }
  };
  if (/^#v\d+&(?!end$)/.test(location.hash) || handedOn()) {
    root.dataset.opening = '';
    setTimeout(() => delete root.dataset.opening, 8000);
  }
  // The page that runs takes the place of the one that came, and what the reader did there meanwhile stays: where they are, what they
  // unfolded, what they typed or chose.
  const touched = new Set();
  const touch = ({ target }) => touched.add(target);
  addEventListener('input', touch, true);
  const takeOver = page => {
    removeEventListener('input', touch, true);
    const came = document.body;
    const like = element => {
      const named = element?.id && page.querySelector(`#${CSS.escape(element.id)}`);
      if (named || !element) return named;
      return element === came ? page : like(element.parentElement)?.children[[...element.parentElement.children].indexOf(element)];
    };
    const twin = element => [like(element)].find(other => other?.tagName === element.tagName);
    const seen = scrollY > 0 && document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    const above = seen && seen.getBoundingClientRect().top;
    const focused = document.activeElement;
    const folds = [...came.querySelectorAll('details')].map(fold => [twin(fold), fold.open]);
    // Where it opens another scenario, other parts may be unfolded.
    if (root.dataset.opening === undefined) for (const [fold, open] of folds) if (fold) fold.open = open;
    came.replaceWith(page);
    delete root.dataset.opening;
    if (seen && twin(seen)) scrollBy(0, twin(seen).getBoundingClientRect().top - above);
    if (focused !== came) twin(focused)?.focus({ preventScroll: true });
    for (const was of touched) {
      const now = twin(was);
      if (!now) continue;
      if (/radio|checkbox/.test(now.type)) {
        if (now.checked !== was.checked) now.click();
        continue;
      }
      now.value = was.value;
      if (was === focused && was.selectionStart !== null) now.setSelectionRange?.(was.selectionStart, was.selectionEnd);
      for (const kind of ['input', 'change']) now.dispatchEvent(new Event(kind, { bubbles: true }));
    }
  };
  // Who works out what the page asks (src/ui/simulating.rs): a worker, or where the browser refuses that, a script of the page.
  const named = document.querySelector('meta[name=simulate]');
  let worker;
  let heard = false;
  let asked;
  const tell = detail => dispatchEvent(new CustomEvent('clorian-told', { detail }));
  const fail = () => {
    // The next question is tried from the start.
    worker = undefined;
    tell({ id: asked.id, error: {} });
  };
  const work = () => {
    worker = null;
    const script = Object.assign(document.createElement('script'), { type: 'module', src: named.content, crossOrigin: 'anonymous' });
    script.integrity = named.dataset.integrity;
    script.onload = () => dispatchEvent(new CustomEvent('clorian-ask', { detail: asked }));
    script.onerror = fail;
    document.head.append(script);
  };
  addEventListener('clorian-ask', ({ detail }) => {
    // Where nobody was asked there is nothing to give up.
    if (worker === undefined && detail.cancel) return;
    asked = detail;
    try {
      if (worker === undefined) {
        heard = false;
        worker = new Worker(named.content, { type: 'module' });
        worker.onmessage = ({ data }) => { heard = true; tell(data); };
        worker.onerror = () => { worker.terminate(); if (heard) fail(); else work(); };
      }
    } catch {
      work();
    }
    worker?.postMessage(detail);
  });
  const load = tag => fetch(tag.href ?? tag.content, { integrity: tag.dataset.integrity });
  const read = async tag => {
    const answer = await load(tag);
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return answer.text();
  };
  const own = document.querySelector('link[data-texts]');
  const other = document.querySelector('meta[data-texts]');
  try {
    const list = read(own);
    const { default: start, texts, draw } = await import(app.href);
    await start({ module_or_path: load(document.querySelector('link[type="application/wasm"]')) });
    texts(own.dataset.texts, await list);
    const page = document.body.cloneNode();
    // A scenario that is opened at its top shows its answer first (src/ui/pace.rs); where the reader is elsewhere, all is drawn at once.
    const atTop = scrollY === 0 && !/&at=/.test(location.hash) && !document.querySelector('main :focus');
    const brief = root.dataset.opening !== undefined && atTop && document.querySelector('.bench') !== null;
    const drawn = new MutationObserver(() => page.dispatchEvent(new Event('drawn')));
    page.addEventListener('drawn', () => {
      drawn.disconnect();
      takeOver(page);
    }, { once: true });
    // What is left to do when it is drawn, and then telling so, Yew puts off: the answer does not wait for that.
    if (brief) drawn.observe(page, { childList: true });
    draw(page, brief);
    // So that the language can be switched where the page stands: the other texts, once the switch is approached or Back leads there.
    let coming;
    const come = () => {
      coming ??= read(other).then(list => texts(other.dataset.texts, list));
      coming.catch(() => { coming = undefined; });
      return coming;
    };
    const approach = async ({ type, target, defaultPrevented }) => {
      const way = target.closest?.('#switch');
      if (!way) return;
      const pressed = type === 'click' && defaultPrevented;
      if (pressed) way.setAttribute('aria-busy', 'true');
      try {
        await come();
      } catch (error) {
        // Where the host answers otherwise, the language is switched by going to the other page; where there is no host, nothing is lost.
        if (pressed && !(error instanceof TypeError)) location.href = way.href;
      }
      way.removeAttribute('aria-busy');
    };
    for (const kind of ['pointerover', 'focusin', 'click']) document.addEventListener(kind, approach);
    addEventListener('popstate', () => {
      if (location.pathname.includes(`/${other.dataset.texts}/`)) come().catch(() => location.reload());
    });
  } catch (error) {
    document.documentElement.dataset.failed = '';
    throw error;
  }
} else {
  // `#v1&rate=1200&end&at=children.2019` is a scenario and a place; `#children.2019` a place alone, which the browser finds itself.
  const parts = hash => (/^#v\d+&/.test(hash) ? hash.split('&at=') : ['', hash.slice(1)]);
  const follow = () => {
    const [scenario, place] = parts(location.hash);
    // The other language shows the same place.
    document.querySelector('#switch').hash = location.hash;
    document.querySelector('.at')?.classList.remove('at');
    if (!scenario) return;
    const said = scenario.split('&');
    for (const link of document.querySelectorAll('a[href^="."]:not(#switch), a[href^="#"]')) {
      // The address as it is written: it stays a relative one.
      link.dataset.written ??= link.getAttribute('href');
      const [page, hash = ''] = link.dataset.written.split('#');
      const [own, at] = parts(`#${hash}`);
      // What only another scenario shows (`#v1&stream=icf&end&at=out-stated`) keeps that.
      const shown = own.split('&').slice(1).every(part => said.includes(part));
      link.setAttribute('href', `${page}${shown ? scenario : own}${at ? `&at=${at}` : ''}`);
    }
    const target = place && document.getElementById(place);
    if (!target) return;
    target.classList.add('at');
    target.scrollIntoView();
    // The tab key goes on from there.
    if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };
  addEventListener('hashchange', follow);
  // A link to where the address is already changes nothing that the browser tells of.
  document.addEventListener('click', event => {
    if (event.target.closest('a[href^="#"]')?.hash === location.hash) follow();
  });
  follow();
}
