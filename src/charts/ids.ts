/** Every chart that a report may have, in the order of the page; a commentary names them, and each has its files. */
export const chartIds = [
  'followers',
  'posts',
  'views',
  'impressions',
  'reach',
  'engagements',
  'engagement-rate',
  'amplification',
  'conversation',
  'complaints',
  'answered',
  'first-response',
  'elements',
  'sessions',
  'spend',
  'coverage',
] as const;
