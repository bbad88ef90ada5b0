// Starts the page. What it loads, and the hash that each must have, stands in the page's preloads.
const app = document.querySelector('link[rel="modulepreload"]');
const wasm = document.querySelector('link[rel="preload"][as="fetch"]');
const { default: start } = await import(app.href);
await start({ module_or_path: fetch(wasm.href, { integrity: wasm.dataset.integrity }) });
