/** Chi-square of one degree of freedom at 95 %, as Krejcie and Morgan print it. */
const CHI_SQUARE = 3.841;
const SHARE = 0.5;
const ERROR = 0.05;

/**
 * How many of a population have to be asked for a share to be right to within five points in 95 of 100 draws by lot: the formula behind the
 * table of Krejcie and Morgan, Determining Sample Size for Research Activities, Educational and Psychological Measurement 30 (1970), 607-610.
 */
export function sampleNeeded(population: number): number {
  const spread = CHI_SQUARE * SHARE * (1 - SHARE);
  return Math.round((spread * population) / (ERROR * ERROR * (population - 1) + spread));
}
