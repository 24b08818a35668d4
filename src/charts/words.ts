import type { Reason } from '#model/figure.ts';
import type { Unit } from '#model/kpi-figure.ts';

type Style = 'long' | 'short' | 'plain' | 'in';

/** What charts need of a language; `i18n(lang)` of src/i18n fits. */
export interface Words {
  readonly lang: string;
  /** BCP 47, for Intl. */
  readonly tag: string;
  has(key: string): boolean;
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
  number(value: number, options?: { readonly digits?: number }): string;
  /** A ratio as per cent: 0.012 is "1,2%". */
  percent(ratio: number, digits?: number): string;
  /** A known amount with its unit: "Rp 5.395.851", "8 jam". */
  figure(figure: { readonly value: number | null; readonly unit: Unit; readonly currency?: string | undefined }): string;
  /** Short for axes: "12 rb", "12K". */
  compact(value: number): string;
  day(day: string, style?: Style): string;
  span(from: string, to: string): string;
  /** "September 2026" */
  period(id: string, style?: Style): string;
  kpi(id: string): { readonly name: string; readonly plain: string };
  reason(reason: Reason): string;
  list(items: readonly string[]): string;
}
