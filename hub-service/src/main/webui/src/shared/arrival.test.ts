import { expect, it } from 'vitest';
import { arrived } from './arrival';

it('the focus goes to the heading of another page, and stays where it is on the first and the same', () => {
  const heading = document.createElement('h1');
  heading.tabIndex = -1;
  document.body.append(heading);
  window.scrollTo = () => undefined;

  arrived('/', heading);
  expect(document.activeElement).toBe(document.body);
  arrived('/', heading);
  expect(document.activeElement).toBe(document.body);
  arrived('/plans', heading);
  expect(document.activeElement).toBe(heading);
});
