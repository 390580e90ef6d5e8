/** The static page of a recording: what stands in the file stays text, and only the player's own script may run. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../tools/verbs/replayPage.ts';

describe('replay page', () => {
  const hostile = '{"format":"concert"}\n</script><script>window.broken = true</script><!-- \u2028';
  const page = pageOf({ script: 'start()', style: 'body{}' }, hostile, '<b>"Title" & more</b>');
  it('keeps the recording as inert text that reads back letter by letter', () => {
    const [, text = ''] = /<script type="application\/json" id="concert-recording">([^<]*)<\/script>/.exec(page) ?? [];
    expect(JSON.parse(text)).toBe(hostile);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page).toContain('<title>&lt;b>&quot;Title&quot; &amp; more&lt;/b></title>');
  });
  it('allows its own script by hash and no network', () => {
    const [, script = ''] = /<script type="module">([\s\S]*?)<\/script>/.exec(page) ?? [];
    expect(page).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/https?:\/\//);
  });
});
