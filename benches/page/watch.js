// Notes in each page, from its very start, what a visitor waits for.
const seen = (window.seen = { paint: 0, shift: 0, running: 0, long: 0, scripts: [], layouts: [], frames: [], answers: [], events: new Map() });
const observe = (type, note, more) =>
  new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more });

observe('largest-contentful-paint', entry => (seen.paint = entry.startTime));
observe('layout-shift', entry => (seen.shift += entry.hadRecentInput ? 0 : entry.value));
observe('longtask', () => (seen.long += 1));
const longest = entry => Math.max(entry.duration, seen.events.get(entry.interactionId) ?? 0);
const press = entry => entry.interactionId && seen.events.set(entry.interactionId, longest(entry));
observe('event', press, { durationThreshold: 16 });
observe('long-animation-frame', entry => {
  seen.scripts.push(entry.scripts.reduce((sum, script) => sum + script.duration, 0));
  seen.layouts.push(entry.startTime + entry.duration - entry.styleAndLayoutStart);
});

// From a press to the paint of the first change to the page's content that followed it.
let pressed = 0;
for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, event => (pressed ||= event.timeStamp), true);
new MutationObserver(changes => {
  if (!changes.some(change => change.target.parentElement?.closest('main'))) return;
  const from = pressed;
  pressed = 0;
  if (from) requestAnimationFrame(() => setTimeout(() => seen.answers.push(performance.now() - from)));
}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

const running = () => document.documentElement?.hasAttribute('data-running');
new MutationObserver(() => {
  if (running()) seen.running ||= performance.now();
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-running'] });

// Once the program has taken over (where the page has one), and has run for three seconds.
seen.settled = async () => {
  const program = document.querySelector('link[rel=modulepreload]');
  while (document.readyState !== 'complete' || (program && !seen.running)) await new Promise(go => setTimeout(go, 100));
  await new Promise(go => setTimeout(go, 3000));
};

seen.loaded = () => ({ paint: seen.paint, shift: seen.shift, running: seen.running });

// The first of a kind, brought into view: by the selectors in turn, with all that it is folded into opened.
seen.find = selectors => {
  const found = selectors.map(selector => document.querySelector(selector)).find(element => element);
  if (!found) return '';
  for (let fold = found.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  found.scrollIntoView({ block: 'center' });
  found.focus();
  found.select?.();
  return found.id;
};

seen.middle = id => {
  const box = document.getElementById(id).getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
};

seen.begin = () => {
  pressed = 0;
  seen.events.clear();
  seen.scripts.length = seen.layouts.length = seen.frames.length = seen.answers.length = seen.long = 0;
};

seen.film = () => {
  seen.begin();
  seen.filming = true;
  let last = 0;
  requestAnimationFrame(function frame(now) {
    if (last) seen.frames.push(now - last);
    last = now;
    if (seen.filming) requestAnimationFrame(frame);
  });
};

// What the observers have not been told of yet comes within the next frames.
seen.end = async () => {
  seen.filming = false;
  await new Promise(go => setTimeout(go, 600));
  return { ...seen, paint: [...seen.events.values()], events: 0 };
};
