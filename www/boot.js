// Starts the page. What it loads, and the hash that each must have, stands in the page's preloads. A page that only reads has none:
// there the scenario of the address is handed on to the pages it links to, and what the address names is brought into view.
const app = document.querySelector('link[rel="modulepreload"]');
if (app) {
  // A link to a scenario other than the preset: `src/ui/browser.rs` says when it is open; after eight seconds the page is shown as it came.
  if (/^#v\d+&(?!end$)/.test(location.hash)) {
    const root = document.documentElement;
    root.dataset.opening = '';
    setTimeout(() => delete root.dataset.opening, 8000);
  }
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
    const { default: start, texts } = await import(app.href);
    await start({ module_or_path: load(document.querySelector('link[type="application/wasm"]')) });
    texts(own.dataset.texts, await list);
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
