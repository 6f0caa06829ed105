import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, useEffect, useSyncExternalStore } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { HubError } from './api/problem';
import { onTokenChange, token } from './api/token';
import { SignIn } from './pages/signin/SignIn';
import { Broken } from './shell/Broken';
import { Shell } from './shell/Shell';
import { useTheme } from './shell/theme';
import { Unknown } from './shell/Unknown';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // An answer that the hub refused will be refused again; one that did not arrive may.
      retry: (failures, failure) => !(failure instanceof HubError) && failures < 2,
      staleTime: 1_000,
    },
  },
});

const Overview = lazy(() => import('./pages/overview/Overview'));
const Plans = lazy(() => import('./pages/plans/Plans'));
const PlanPage = lazy(() => import('./pages/plans/PlanPage'));
const Drift = lazy(() => import('./pages/drift/Drift'));
const Gateways = lazy(() => import('./pages/gateways/Gateways'));
const GatewayPage = lazy(() => import('./pages/gateways/GatewayPage'));
const NewGateway = lazy(() => import('./pages/gateways/NewGateway'));
const Policies = lazy(() => import('./pages/policies/Policies'));
const PolicyPage = lazy(() => import('./pages/policies/PolicyPage'));
const EditPolicy = lazy(() => import('./pages/policies/EditPolicy'));
const Fidelity = lazy(() => import('./pages/fidelity/Fidelity'));
const Traffic = lazy(() => import('./pages/traffic/Traffic'));
const Estate = lazy(() => import('./pages/estate/Estate'));
const Unmanaged = lazy(() => import('./pages/estate/Unmanaged'));
const ApiPage = lazy(() => import('./pages/estate/ApiPage'));
const Activity = lazy(() => import('./pages/activity/Activity'));
const Tokens = lazy(() => import('./pages/tokens/Tokens'));

function Root() {
  const { theme, choose } = useTheme();
  const held = useSyncExternalStore(onTokenChange, token);
  useEffect(() => {
    // What one token was shown is nothing to the next.
    if (held === null) {
      queries.clear();
    }
  }, [held]);
  return held === null ? <SignIn /> : <Shell theme={theme} onTheme={choose} />;
}

const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <Broken />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { path: '/', element: <Overview /> },
          { path: '/plans', element: <Plans /> },
          { path: '/plans/:id', element: <PlanPage /> },
          { path: '/drift', element: <Drift /> },
          { path: '/gateways', element: <Gateways /> },
          { path: '/add-gateway', element: <NewGateway /> },
          { path: '/gateways/:name', element: <GatewayPage /> },
          { path: '/policies', element: <Policies /> },
          { path: '/add-policy', element: <EditPolicy /> },
          { path: '/policies/:name', element: <PolicyPage /> },
          { path: '/policies/:name/edit', element: <EditPolicy /> },
          { path: '/fidelity', element: <Fidelity /> },
          { path: '/traffic', element: <Traffic /> },
          { path: '/estate', element: <Estate /> },
          { path: '/unmanaged', element: <Unmanaged /> },
          { path: '/estate/:name', element: <ApiPage /> },
          { path: '/activity', element: <Activity /> },
          { path: '/tokens', element: <Tokens /> },
          { path: '*', element: <Unknown /> },
        ],
      },
    ],
  },
]);

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
