// Starts the page. What it loads, and the hash that each must have, stands in the page's preloads. A page that only reads has none:
// there the scenario of the address is handed on to the pages it links to.
const app = document.querySelector('link[rel="modulepreload"]');
if (app) {
  const wasm = document.querySelector('link[rel="preload"][as="fetch"]');
  const { default: start } = await import(app.href);
  await start({ module_or_path: fetch(wasm.href, { integrity: wasm.dataset.integrity }) });
} else if (/^#v\d+&/.test(location.hash)) {
  for (const link of document.querySelectorAll('a[href^="."]:not([href*="#"])')) link.hash = location.hash;
}
