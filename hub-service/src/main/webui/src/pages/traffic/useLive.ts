import { useEffect, useState } from 'react';
import { HubError, problemsOf } from '../../api/problem';
import { forgetToken, token } from '../../api/token';
import { EventParser } from './sse';

/** One request as it happened: a CloudEvent of the hub. */
export interface LiveRequest {
  id: string;
  /** With the id, what makes a request unique. */
  source: string;
  time: string;
  data: Record<string, unknown>;
}

export interface Live {
  requests: LiveRequest[];
  /** Events that the hub left out because this page could not keep up. */
  dropped: number;
  state: 'connecting' | 'open' | 'broken';
  failure?: unknown;
}

const MOST = 200;
const AGAIN_AFTER = 3_000;
const NONE: Live = { requests: [], dropped: 0, state: 'connecting' };

/** Requests as they happen, newest first, the last 200; begins again when the stream breaks. */
export function useLive(query: string): Live {
  const [live, setLive] = useState<Live>(NONE);
  useEffect(() => {
    const stop = new AbortController();
    setLive(NONE);
    void keepReading(query, stop.signal, setLive);
    return () => stop.abort();
  }, [query]);
  return live;
}

async function keepReading(query: string, signal: AbortSignal, set: (change: (live: Live) => Live) => void) {
  while (!signal.aborted) {
    try {
      await read(query, signal, set);
      set((live) => ({ ...live, state: 'broken' }));
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      set((live) => ({ ...live, state: 'broken', failure }));
      if (failure instanceof HubError && failure.status < 500) {
        return;
      }
    }
    await new Promise((done) => setTimeout(done, AGAIN_AFTER));
  }
}

async function read(query: string, signal: AbortSignal, set: (change: (live: Live) => Live) => void) {
  const held = token();
  const response = await fetch(`/api/traffic/live${query}`, {
    headers: { Authorization: `Bearer ${held ?? ''}`, Accept: 'text/event-stream' },
    signal,
  });
  if (!response.ok || response.body === null) {
    if (response.status === 401 && held === token()) {
      forgetToken();
    }
    const body: unknown = await response.json().catch(() => undefined);
    throw new HubError(response.status, problemsOf(response.status, body));
  }
  set((live) => ({ requests: live.requests, dropped: live.dropped, state: 'open' }));
  const parser = new EventParser();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    const events = parser.push(value);
    if (events.length > 0) {
      set((live) => taken(live, events));
    }
  }
}

/** What is shown once these events came. */
export function taken(live: Live, events: { name: string; data: string }[]): Live {
  let { requests, dropped } = live;
  for (const event of events) {
    if (event.name === 'traffic') {
      requests = [JSON.parse(event.data) as LiveRequest, ...requests].slice(0, MOST);
    } else if (event.name === 'dropped') {
      dropped += (JSON.parse(event.data) as { dropped: number }).dropped;
    }
  }
  return { ...live, requests, dropped };
}
