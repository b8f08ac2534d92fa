import { describe, expect, it } from 'vitest';
import { lostLinks } from './check/documents.mjs';
import { countTests } from './run-vitest.mjs';
import { isNodeEnough, root } from './setup.mjs';

describe('the Node that is asked for', () => {
  it.each(['20.19.0', '20.20.2', '22.12.0', '24.9.0', '26.0.0'])('%s is enough', (version) => {
    expect(isNodeEnough(version)).toBe(true);
  });
  it.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('%s is not', (version) => {
    expect(isNodeEnough(version)).toBe(false);
  });
});

describe('the last line of a test run', () => {
  const report = (numPassedTests, numFailedTests, testResults) => ({
    numPassedTests,
    numFailedTests,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults,
  });
  const file = (status, ...tests) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });

  it('counts what passed, failed and was left out', () => {
    expect(countTests(report(3, 1, [file('passed', 'passed'), file('failed', 'passed', 'failed')]), 1)).toEqual({
      passed: 3,
      failed: 1,
      skipped: 2,
    });
    expect(countTests(report(3, 0, [file('passed', 'passed')]), 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
  });

  it('counts a file that could not be loaded, an error outside all tests, and a run without a report', () => {
    expect(countTests(report(3, 0, [file('failed')]), 1).failed).toBe(1);
    expect(countTests(report(3, 0, [file('passed', 'passed')]), 1).failed).toBe(1);
    expect(countTests(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('links in documents', () => {
  it('finds those that lead nowhere, and no others', () => {
    const text = '[a](README.md) [b](docs/nowhere.md) [c](https://example.org/x.md) [d](#here) [e](package.json#scripts)';
    expect(lostLinks(text, root)).toEqual(['docs/nowhere.md']);
  });
});
