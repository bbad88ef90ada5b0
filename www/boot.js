// Starts the page. What it loads, and the hash that each must have, stands in the page's preloads. A page that only reads has none:
// there the scenario of the address is handed on to the pages it links to, and a figure that the address names is brought into view.
const app = document.querySelector('link[rel="modulepreload"]');
if (app) {
  try {
    const wasm = document.querySelector('link[rel="preload"][as="fetch"]');
    const { default: start } = await import(app.href);
    await start({ module_or_path: fetch(wasm.href, { integrity: wasm.dataset.integrity }) });
  } catch (error) {
    document.documentElement.dataset.failed = '';
    throw error;
  }
} else if (location.hash) {
  // The other language shows the same place.
  document.querySelector('#switch').hash = location.hash;
  const [scenario, at] = location.hash.split('&at=');
  if (/^#v\d+&/.test(scenario)) for (const link of document.querySelectorAll('a[href^="."]:not([href*="#"])')) link.hash = scenario;
  const row = at && document.getElementById(at);
  if (row) {
    row.classList.add('at');
    row.scrollIntoView();
  }
}
