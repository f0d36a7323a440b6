import { expect, test } from 'vitest';
import { handlerClassFor } from '../../../src-renderer/graph/new-step.ts';

test('a class is named after its step', () => {
  expect(handlerClassFor('validate_cart', [])).toBe('ValidateCartHandler');
  expect(handlerClassFor('send email-again', [])).toBe('SendEmailAgainHandler');
});

test('it is put into the module in which most of the others are', () => {
  const others = ['Shop::Steps::PayHandler', 'Shop::Steps::ShipHandler', 'Mail::SendHandler'];
  expect(handlerClassFor('refund', others)).toBe('Shop::Steps::RefundHandler');
});

test('a name that begins with a digit still makes a constant', () => {
  expect(handlerClassFor('2nd_try', [])).toBe('Step2ndTryHandler');
});
