import path from 'node:path';

/** Where everything lies below a data folder; the one place that knows. */
export function paths(root: string) {
  const agency = (id: string, ...rest: string[]) => path.join(root, 'agencies', id, ...rest);
  return {
    root,
    agencies: path.join(root, 'agencies'),
    sources: path.join(root, 'sources.json'),
    dictionary: path.join(root, 'README.md'),
    schema: (name: string) => path.join(root, 'schema', `${name}.json`),
    template: (name: string) => path.join(root, 'templates', name),
    agency: (id: string) => agency(id, 'agency.json'),
    folder: (id: string) => agency(id),
    observations: (id: string, account: string, month: string) => agency(id, 'observations', account, `${month}.json`),
    posts: (id: string, account: string, month: string) => agency(id, 'posts', account, `${month}.json`),
    topics: (id: string) => agency(id, 'topics.json'),
    terms: (id: string) => agency(id, 'terms.json'),
    opinion: (id: string, month: string) => agency(id, 'opinion', `${month}.json`),
    runs: (id: string, month: string) => agency(id, 'runs', `${month}.json`),
    report: (id: string, period: string) => agency(id, 'reports', `${period}.json`),
    edition: (id: string, period: string, edition: number) => agency(id, 'editions', period, `${edition}.json`),
    manifest: (id: string) => agency(id, 'manifest.json'),
    campaign: (id: string, campaign: string) => agency(id, 'campaigns', `${campaign}.json`),
    result: (id: string, campaign: string) => agency(id, 'results', `${campaign}.json`),
    classifiers: path.join(root, 'classifier'),
    card: (version: string) => path.join(root, 'classifier', version, 'card.json'),
    weights: (version: string) => path.join(root, 'classifier', version, 'weights.bin'),
    corpus: path.join(root, 'corpus'),
    calendar: (id: string) => path.join(root, 'calendars', `${id}.json`),
    revisions: (id: string) => agency(id, 'revisions.csv'),
  };
}

/** The `$schema` of a data file: relative, so that it holds in the repository, on the site and in a copy. `depth` counts folders below data. */
export function schemaOf(name: string, depth: number): string {
  return `${'../'.repeat(depth)}schema/${name}.json`;
}
