/**
 * Lets drawings come alive: unpacks the runtime that stands in the page when the reader comes near a chart, and each chart when
 * nothing else is to be done, one at a time. Where anything is missing or fails, the drawings stand as they are.
 */
export const LIVE_SCRIPT = `(() => {
  const source = document.querySelector('script[data-runtime]');
  const blocks = Array.from(document.querySelectorAll('script[data-live]'));
  if (!source || blocks.length === 0 || !('DecompressionStream' in window) || !('IntersectionObserver' in window)) return;

  const inflated = (block) => {
    const bytes = Uint8Array.from(atob(block.textContent), (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
  };

  let runtime;
  const loadRuntime = async () => {
    const script = document.createElement('script');
    script.textContent = await inflated(source);
    document.body.append(script);
    if (typeof runledgerEnliven !== 'function') throw new Error('the policy of the page does not allow its runtime');
  };

  const idle = () => new Promise((done) => {
    if ('requestIdleCallback' in window) requestIdleCallback(done, { timeout: 2000 });
    else setTimeout(done, 50);
  });

  const waiting = [];
  let isBusy = false;
  const work = async () => {
    if (isBusy) return;
    isBusy = true;
    while (waiting.length > 0) {
      const { drawing, block, isUrgent } = waiting.shift();
      try {
        if (!isUrgent) await idle();
        runtime ??= loadRuntime();
        await runtime;
        if (!isUrgent) await idle();
        const text = await inflated(block);
        if (!isUrgent) await idle();
        await runledgerEnliven(drawing, text);
      } catch (error) {
        console.warn('A chart stays a drawing: ' + (error && error.message));
      }
    }
    isBusy = false;
  };

  const charts = new Map(blocks.map((block) => [block.previousElementSibling, block]));
  const wake = (drawing, isUrgent) => {
    const block = charts.get(drawing);
    if (!block) return;
    charts.delete(drawing);
    near.unobserve(drawing);
    if (isUrgent) waiting.unshift({ drawing, block, isUrgent });
    else waiting.push({ drawing, block, isUrgent });
    work();
  };
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) wake(entry.target, false);
  }, { rootMargin: '300px' });

  const start = async () => {
    await idle();
    for (const drawing of charts.keys()) {
      near.observe(drawing);
      drawing.addEventListener('pointerenter', () => wake(drawing, true), { once: true });
    }
  };
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
})();
`;
