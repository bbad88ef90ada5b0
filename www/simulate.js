// Works out simulations a piece at a time, with the contract's own program, so that no page has to wait. A page starts this file as a
// worker; where the browser refuses that, as a script of its own. Either way it is asked and tells alike (src/ui/simulating.rs):
//   asked { id, scenario: JSON, draws, ties: JSON or nothing, against: JSON or nothing, prices: JSON or nothing }
//                                  tells { id, made } now and then, and at the end { id, flat } (what Simulation.flat(prices) gives) or { id, error }
//   asked { id, cancel: true }     tells nothing more of it
// What is asked anew takes the place of what was asked before by the same id.
import start, { Simulation } from '../contract/contract.js';

const inPage = typeof document !== 'undefined';
// Milliseconds that a piece takes. In a page nobody must feel it; a worker must hear a change of mind.
const PIECE = inPage ? 12 : 25;
// Draws after which a piece ends whatever the clock says: some browsers blur theirs to a tenth of a second.
const MOST = 1000;
const STEP = 4;

const ready = start({ module_or_path: new URL('../contract/contract_bg.wasm', import.meta.url) });
const running = new Map();

const tell = inPage
  ? detail => dispatchEvent(new CustomEvent('clorian-told', { detail }))
  : (detail, given) => postMessage(detail, given);

// Lets everything else have its turn. In a page that is four milliseconds or so, time to draw; in a worker no longer than it takes.
const turns = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => turns.shift()();
const turn = inPage
  ? () => new Promise(resolve => { setTimeout(resolve); })
  : () => new Promise(resolve => { turns.push(resolve); channel.port2.postMessage(null); });

// Whether any draws are left to make.
const piece = simulation => {
  const end = performance.now() + PIECE;
  let more = true;
  for (let made = 0; more && made < MOST && performance.now() < end; made += STEP) more = simulation.advance(STEP);
  return more;
};

const read = json => (json ? JSON.parse(json) : null);

const run = async ({ id, scenario, draws, ties, against, prices, cancel }) => {
  const mine = {};
  running.set(id, mine);
  const wanted = () => running.get(id) === mine;
  if (!cancel) {
    try {
      await ready;
      if (wanted()) await simulate(id, new Simulation(read(scenario), draws, read(ties), read(against)), read(prices), wanted);
    } catch ({ path = '', message, message_cy = '' }) {
      if (wanted()) tell({ id, error: { path, message, message_cy } });
    }
  }
  if (wanted()) running.delete(id);
};

const simulate = async (id, simulation, prices, wanted) => {
  for (let more = true; more && wanted(); await turn()) {
    more = piece(simulation);
    tell({ id, made: simulation.made });
  }
  if (wanted()) {
    const flat = simulation.flat(prices);
    tell({ id, flat }, [flat.buffer]);
  }
  simulation.free();
};

if (inPage) addEventListener('clorian-ask', ({ detail }) => run(detail));
else addEventListener('message', ({ data }) => run(data));
