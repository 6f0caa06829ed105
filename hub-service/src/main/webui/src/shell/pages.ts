/** The pages in the order of the navigation. */
export const PAGES = [
  { path: '/', title: 'Overview' },
  { path: '/gateways', title: 'Gateways' },
  { path: '/estate', title: 'Estate' },
  { path: '/policies', title: 'Policies' },
  { path: '/fidelity', title: 'Fidelity' },
  { path: '/plans', title: 'Plans' },
  { path: '/drift', title: 'Drift' },
  { path: '/traffic', title: 'Traffic' },
  { path: '/activity', title: 'Activity' },
  { path: '/tokens', title: 'Tokens' },
] as const;
