import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { token } from '../../api/token';
import { SignIn } from './SignIn';

afterEach(() => vi.unstubAllGlobals());

async function signInWith(text: string, status: number, body: unknown) {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }));
  render(<SignIn />);
  fireEvent.change(screen.getByLabelText(/Access token/), { target: { value: text } });
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  });
}

it('keeps a token that the hub knows, without the blanks around it', async () => {
  await signInWith(' ent_1 ', 200, []);

  expect(token()).toBe('ent_1');
  expect(window.location.href).not.toContain('ent_1');
});

it('keeps a token that may not list gateways', async () => {
  await signInWith('ent_small', 403, { code: 'FORBIDDEN', detail: 'lacks it' });

  expect(token()).toBe('ent_small');
});

it('says what the hub says of a token it does not know', async () => {
  await signInWith('wrong', 401, { code: 'UNAUTHORIZED', detail: 'No token, or one that is not known', nextStep: './run says where the token is kept.' });

  expect(token()).toBeNull();
  expect(screen.getByRole('alert').textContent).toContain('UNAUTHORIZED');
  expect(screen.getByRole('alert').textContent).toContain('./run says where the token is kept.');
});
