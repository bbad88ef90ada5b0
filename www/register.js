// Searches and filters the figures of the evidence page. The page is whole without this: the controls are shown by it and stand there
// with all their words, in the page's language.
const form = document.querySelector('#finder');
const search = form.querySelector('#find');
const filters = [...form.querySelectorAll('select')];
const said = document.querySelector('#found');
const spoken = document.querySelector('#spoken');
const none = document.querySelector('#none-found');
const sections = [...document.querySelectorAll('section.topic')];

// Without case, accents or the commas of thousands, so that mon finds Môn and 6846 finds 6,846.
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/(\d),(?=\d{3})/g, '$1').toLowerCase();
const words = row => [...row.querySelectorAll('[data-find]')].map(part => `${part.textContent} ${part.value ?? ''}`).join(' ');
const rows = sections.flatMap(section => [...section.querySelectorAll('tbody tr')]).map(row => ({ row, text: plain(words(row)) }));

let pause;
const say = (text, aloud) => {
  if (said.textContent === text) return;
  said.textContent = text;
  // Read out once typing rests.
  clearTimeout(pause);
  pause = setTimeout(() => { spoken.textContent = aloud; }, 500);
};

// What is to be applied once typing rests.
let rest = 0;

const apply = () => {
  clearTimeout(rest);
  rest = 0;
  form.dataset.sought = search.value;
  const sought = plain(search.value).split(/\s+/).filter(Boolean);
  const asked = filters.filter(filter => filter.value);
  let shown = 0;
  for (const { row, text } of rows) {
    const fits = asked.every(filter => row.dataset[filter.dataset.by] === filter.value) && sought.every(word => text.includes(word));
    row.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const section of sections) {
    section.hidden = !section.querySelector('tbody tr:not([hidden])');
    document.querySelector(`.contents a[href$="${section.id}"]`).parentElement.hidden = section.hidden;
  }
  none.hidden = shown > 0;
  const text = said.dataset.said.replace('{shown}', shown).replace('{all}', rows.length);
  say(text, shown > 0 ? text : `${text}. ${none.textContent}`);
};

// What an address names is shown, whatever was filtered.
const reveal = hash => {
  const place = hash.split('&at=').pop().replace(/^#/, '');
  const target = place ? document.getElementById(place) : null;
  if (rest) apply();
  if (!target?.closest('[hidden]')) return;
  form.reset();
  apply();
  target.scrollIntoView();
};

// Once typing rests: to show and hide two hundred rows takes a phone longer than a letter may take to appear.
const REST = 200;
const ask = ({ target }) => {
  clearTimeout(rest);
  rest = setTimeout(apply, target === search ? REST : 0);
};

form.hidden = false;
form.addEventListener('input', ask);
form.addEventListener('submit', event => event.preventDefault());
// A form is emptied only after its reset event.
form.addEventListener('reset', () => setTimeout(apply));
addEventListener('hashchange', () => reveal(location.hash));
document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  if (link) reveal(link.hash);
});
// A browser that goes back gives the controls their values again.
addEventListener('pageshow', () => {
  apply();
  reveal(location.hash);
});
