import { useQuery } from '@tanstack/react-query';
import type { Condition, OpenDrift, Plan, PlanRow, StoredDocument, StoredPolicy } from './answers';
import { answered, hub, type Schemas } from './hub';

/** How often a page asks again while it is looked at; a hidden tab does not ask. */
export const LIVE = 5_000;

export type Gateway = Schemas['GatewayView'];
export type TrafficSummary = Schemas['Summary'];

export const useGateways = () =>
  useQuery({
    queryKey: ['gateways'],
    queryFn: () => answered<Gateway[]>(hub.GET('/api/gateways')),
    refetchInterval: LIVE,
  });

export const usePlans = () =>
  useQuery({
    queryKey: ['plans'],
    queryFn: () => answered<PlanRow[]>(hub.GET('/api/plans')),
    refetchInterval: LIVE,
  });

export const usePlan = (id: string) =>
  useQuery({
    queryKey: ['plans', id],
    queryFn: () => answered<Plan>(hub.GET('/api/plans/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.status === 'APPLYING' ? 700 : LIVE),
  });

export const useDrift = (gateway = '') =>
  useQuery({
    queryKey: ['drift', gateway],
    queryFn: () => answered<OpenDrift[]>(hub.GET('/api/drift', { params: { query: { gateway } } })),
    refetchInterval: LIVE,
  });

export const usePolicies = () =>
  useQuery({
    queryKey: ['policies'],
    queryFn: () => answered<StoredPolicy[]>(hub.GET('/api/policies')),
    refetchInterval: LIVE,
  });

export const useApis = () =>
  useQuery({
    queryKey: ['apis'],
    queryFn: () => answered<StoredDocument[]>(hub.GET('/api/apis')),
    refetchInterval: LIVE,
  });

export const useConditions = (policy = '') =>
  useQuery({
    queryKey: ['conditions', policy],
    queryFn: () => answered<Condition[]>(hub.GET('/api/conditions', { params: { query: { policy } } })),
    refetchInterval: LIVE,
  });

export const useTrafficByGateway = () =>
  useQuery({
    queryKey: ['traffic', 'by-gateway'],
    queryFn: () =>
      answered<TrafficSummary>(
        hub.GET('/api/traffic/summary', { params: { query: { from: '-15m', groupBy: 'gateway' } } }),
      ),
    refetchInterval: LIVE,
  });
