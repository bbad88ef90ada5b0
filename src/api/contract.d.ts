/** Money: pounds at constant prices of one stated financial year. */
export type Pounds = number;
/** A share or a probability, 0 to 1. */
export type Share = number;
/** A financial year, named by its first calendar year: 2019 is 1 April 2019 to 31 March 2020. */
export type Year = number;
/** A number for each placement, by the placement's code. */
export type ByPlacement = Record<string, number>;

export interface Scenario {
  /** ONS code of the area; not used to compute. */
  area?: string | null;
  first_year: Year;
  /** 1 to 60. */
  years: number;
  /** The financial year whose prices the money is in; not used to compute. */
  price_year?: Year | null;
  baseline: Baseline;
  levers?: Lever[] | null;
  /** Real, a year; 0.035 where none is given. */
  discount_rate?: number | null;
  /** The share of a unit cost that a council really stops paying; 1 where none is given. */
  cashable?: Share | null;
  /** The Green Book correction for optimism; 0 where none is given. */
  optimism?: Share | null;
  grant?: Grant | null;
  /** By the path of a number of the scenario, such as `levers.0.prevented`: its lowest and highest value, about its own. */
  ranges?: Record<string, [low: number, high: number]> | null;
}

export interface Grant {
  rate: Pounds;
  eligible_share?: Share | null;
  lag_years?: number | null;
}

export interface BaselineCommon {
  /** Children looked after at the opening of the first year. */
  children: number;
  /** Entries in the first year. Without them, entries limit no lever. */
  entries?: number | null;
  entries_growth?: number | null;
  /** Exits for each child-year. Needed where there are levers. */
  exit_rate?: number | null;
  exit_rate_growth?: number | null;
  /** Shares that add up to 1; its names are the placements. */
  mix: ByPlacement;
  target_mix?: ByPlacement | null;
  target_mix_year?: Year | null;
  /** The placement that takes what the others leave of the target mix, which then does not name it. The others may add up to anything: in
   *  their order each takes what it is given, as far as those before it left any. */
  target_mix_rest?: string | null;
  /** A part of a placement, told apart from the rest of it, so that levers may name either. All of it costs what `unit_cost` says. */
  part?: PlacementPart | null;
  /** Pounds for a child-year, for each placement of `mix`. */
  unit_cost: ByPlacement;
  /** Real growth a year: one for all, or one for each placement that has some. */
  unit_cost_growth?: number | ByPlacement | null;
}

export interface PlacementPart {
  /** A placement of `mix`. */
  of: string;
  /** The name of the part: no placement's. */
  code: string;
  /** The name of the rest of it. In a projection it stands in the place of the whole. */
  rest: string;
  /** The share of the placement's children who are in the part. */
  share: Share;
  /** Pounds for a child-year of the part; no more is taken than the whole placement costs. */
  unit_cost: PoundsPerChildYear;
}

export interface FlowsBaseline extends BaselineCommon {
  kind: "flows";
  entries: number;
  exit_rate: number;
}
export interface ReductionsBaseline extends BaselineCommon {
  kind: "reductions";
  /** How many fewer children at the close of each year; flat after the last. */
  reductions: number[];
}
export interface GrowthBaseline extends BaselineCommon {
  kind: "growth";
  growth: number;
}
export interface TargetBaseline extends BaselineCommon {
  kind: "target";
  target: number;
  /** The year at whose opening the target is reached, in a straight line; flat after it. */
  target_year: Year;
}
export type Baseline = FlowsBaseline | ReductionsBaseline | GrowthBaseline | TargetBaseline;

export interface LeverCommon {
  name: string;
  first_year?: Year | null;
  last_year?: Year | null;
  ramp_years?: number | null;
  annual_cost: Pounds;
  /** Children supported a year at full scale. */
  children: number;
  /** The share of a year's inflow that comes back into care. */
  returned_share?: Share | null;
  /** How many whole years later, 1 to 60. */
  return_years?: number | null;
}
export interface DivertLever extends LeverCommon {
  kind: "divert";
  would_enter: Share;
  prevented: Share;
  /** Placements kept free; the baseline's mix where none is given. */
  mix?: ByPlacement | null;
}
export interface ReunifyLever extends LeverCommon {
  kind: "reunify";
  success: Share;
  mix?: ByPlacement | null;
}
export interface StepDownLever extends LeverCommon {
  kind: "step_down";
  success: Share;
  /** A placement by its code, or a mix of several whose shares add up to 1. */
  from: string | ByPlacement;
  /** Likewise. */
  to: string | ByPlacement;
}
export type Lever = DivertLever | ReunifyLever | StepDownLever;

export interface Projection {
  years: ProjectedYear[];
  levers: ProjectedLever[];
  totals: Totals;
}
export interface ProjectedYear {
  year: Year;
  baseline: InCare;
  scenario: InCare;
  programme_cost: Pounds;
  avoided: Pounds;
  net: Pounds;
  cumulative_net: Pounds;
}
export interface InCare {
  opening: number;
  closing: number;
  entries: number | null;
  exits: number | null;
  care_years: number;
  /** `care_years` by placement. */
  care: ByPlacement;
  spend: ByPlacement;
  total_spend: Pounds;
  /** One standard deviation of `closing` by chance alone. */
  chance_sd: number | null;
  /** Only where the scenario has a grant. */
  grant?: Pounds;
}
export interface PresentValue {
  pv_cost: Pounds;
  pv_avoided: Pounds;
  npv: Pounds;
  /** Null where nothing is spent. */
  benefit_cost_ratio: number | null;
  /** Null where it never pays back. */
  payback_year: Year | null;
}
/** Every list has one number a year. */
export interface ProjectedLever extends PresentValue {
  name: string;
  inflow: number[];
  care_years: number[];
  cost: Pounds[];
  avoided: Pounds[];
  net: Pounds[];
  /** The least `prevented` or `success` that pays for the lever; null if none up to 1 does. */
  break_even_effect: Share | null;
  limited_years: Year[];
  /** By how much limits lowered each year's net inflow; below 0 where they kept children from coming back. */
  cut: number[];
}
export interface Totals extends PresentValue {
  spend_baseline: Pounds;
  /** The baseline's, less what is avoided that counts as money, plus what the levers cost. */
  spend_scenario: Pounds;
  children_end_baseline: number;
  children_end_scenario: number;
}

/** What `simulate` gives. Each three numbers are the 10th, 50th and 90th percentile of the draws. */
export interface Simulated {
  years: SimulatedYear[];
  npv: Percentiles;
  /** The share of the draws with an NPV above 0. */
  chance_of_saving: Share;
  /** NPV with one range, or some that are tied, at its lowest and at its highest, the rest central; the largest swing first. */
  tornado: Swing[];
  /** How much more the scenario has than the one it is told against; only where there is one. */
  difference?: SimulatedDifference;
}
export type Percentiles = [p10: number, p50: number, p90: number];
export interface SimulatedYear {
  year: Year;
  /** In care at the close, with the levers. */
  children: Percentiles;
  cumulative_net: Percentiles;
}
export interface Swing {
  path: string;
  low: Pounds;
  high: Pounds;
  /** The other paths of its tie; only where there are any. */
  tied?: string[];
}
/** The scenario's results less those of another, draw by draw: what is uncertain in both is drawn alike. */
export interface SimulatedDifference {
  npv: Percentiles;
  pv_cost: Percentiles;
  pv_avoided: Percentiles;
  /** 0 stands for a ratio where there is no cost. */
  benefit_cost_ratio: Percentiles;
  /** Years; never is the year after each scenario's own last. What is of the first or last year is of each one's own, too. */
  payback_year: Percentiles;
  net_first: Percentiles;
  net_last: Percentiles;
  children_end: Percentiles;
  spend_first: Percentiles;
  spend_last: Percentiles;
  spend_per_child_year_last: Percentiles;
  grant_last: Percentiles;
}
/** Another scenario with its ranges, and which of them are tied. */
export interface Against {
  scenario: Scenario;
  ties?: string[][] | null;
}
/** The same request as one object, as the command takes it. */
export interface SimulateRequest {
  scenario: Scenario;
  /** 1 to 100,000. */
  draws: number;
  /** Paths of ranges that one draw moves together, each at the same quantile; a path is in one tie at most. */
  ties?: string[][] | null;
  against?: Against | null;
}

export interface SolveRequest {
  scenario: Scenario;
  /** Path of one number of the scenario. */
  vary: string;
  between: [low: number, high: number];
  /** A number of the projection, by its path, and the value it is to have. */
  reach: { path: string; value: number };
}
export interface Solution {
  value: number;
  projection: Projection;
}

export interface CalibrateRequest {
  opening: number;
  closing: number;
  exits: number;
}
export interface Calibration {
  entries: number;
  exit_rate: number;
  /** Null where nobody leaves. */
  mean_stay_years: number | null;
  care_years: number;
}

export interface AllocateCommon {
  unit?: "penny" | "pound" | null;
  retained_share?: Share | null;
  areas: AllocateArea[];
}
export interface AllocateArea {
  code: string;
  region: string;
  weight: number;
  last_year?: Pounds | null;
}
/** `max_change` is a share of last year's amount, 0 to 100: 1.5 allows two and a half times as much. */
export type AllocateRequest =
  | (AllocateCommon & { method: "rate"; rate: Pounds; pot?: Pounds | null })
  | (AllocateCommon & { method: "pot"; pot: Pounds; rate?: Pounds | null; floor?: Pounds | null; max_change?: number | null });
export interface Allocation {
  total: Pounds;
  /** In order of code. */
  areas: AllocatedArea[];
  /** In order of name. */
  regions: AllocatedRegion[];
  /** Only where both a rate and a pot are given. */
  gap_to_pot?: Pounds;
}
export interface AllocatedArea {
  code: string;
  /** What it receives after its region's retained share. */
  amount: Pounds;
  /** Null where the weight is 0. */
  per_weight: number | null;
  /** Before retention, as a share of last year; only where `last_year` is given, null where that is 0. */
  change?: number | null;
  /** Before retention and with no floor or greatest change; only where there is one. */
  without_limits?: Pounds;
}
export interface AllocatedRegion {
  region: string;
  retained: Pounds;
  passed_on: Pounds;
  /** Both together, before retention. */
  amount: Pounds;
}

/** What every call throws where it cannot answer. */
export interface ClorianError extends Error {
  /** The field, such as `levers.0.prevented`; empty for the whole request. */
  path: string;
  /** What is allowed there, in Welsh; `message` is in English. */
  message_cy: string;
}
