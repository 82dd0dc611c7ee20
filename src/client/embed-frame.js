// Tells the page around how high this one wants to be, at first and whenever that changes. Plain JavaScript that stands in the
// page as it is: a frame with a sandbox could not load it, and the site's policy names it by its hash.
(() => {
  const root = document.documentElement;
  let told = 0;

  const theme = new URLSearchParams(location.search).get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  // Height the page needs at its width. The page fills its frame otherwise, so for a moment it is let go.
  function measure() {
    root.classList.add('is-measured');
    const { height } = document.body.getBoundingClientRect();
    root.classList.remove('is-measured');
    return Math.ceil(height);
  }

  function tell() {
    // In a tab that is hidden the frame has no width, and nothing in it a size.
    if (window.innerWidth === 0) return;
    const height = measure();
    if (height === told) return;
    told = height;
    // Whoever embeds may know the height; there is nothing else in the message.
    window.parent.postMessage({ type: 'jiangce:height', id: document.body.dataset.chart, height }, '*');
  }

  if (window.parent === window) return;
  const observer = new ResizeObserver(tell);
  observer.observe(root);
  // Text that is set in another font or size changes what is needed without changing the frame.
  for (const part of document.querySelectorAll('main > *')) observer.observe(part);
  // A page that begins to listen late may ask.
  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent || data !== 'jiangce:ask') return;
    told = 0;
    tell();
  });
})();
