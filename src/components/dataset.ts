import { file, page } from './address.ts';
import type { View } from './view.ts';

/** schema.org Dataset of one report; addresses are absolute where the site knows its own. */
export function dataset({ agency, report, words }: View, site: URL | undefined): Record<string, unknown> {
  const at = (address: string) => (site ? new URL(address, site).href : address);
  const download = (type: string, address: string) => ({
    '@type': 'DataDownload',
    encodingFormat: type,
    contentUrl: at(address),
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${agency.name}, ${words.period(report.period)}`,
    description: words.t('report.description', { agency: agency.name, period: words.period(report.period, 'in') }),
    url: at(page(words.lang, agency.id, report.period)),
    inLanguage: words.tag,
    license: agency.licence.url,
    isAccessibleForFree: true,
    creator: { '@type': 'GovernmentOrganization', name: agency.name, ...(agency.url ? { url: agency.url } : {}) },
    temporalCoverage: `${report.from}/${report.to}`,
    dateModified: report.asOf,
    version: report.edition ?? 'provisional',
    distribution: [
      download('text/csv', file(agency.id, `${report.period}.csv`)),
      download('application/json', file('data', 'agencies', agency.id, 'reports', `${report.period}.json`)),
    ],
  };
}
