// Tells the page around how high this one wants to be, at first and whenever that changes. Plain JavaScript that stands in the
// page as it is: a frame with a sandbox could not load it, and the site's policy names it by its hash.
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  // WordPress gives every frame a word of its own, by which it knows the frame's messages.
  const secret = new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');
  let told = 0;

  const theme = asked.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (asked.get('only') === 'chart') root.dataset.only = 'chart';

  // Height the page needs at its width. The page fills its frame otherwise, so for a moment it is let go.
  function measure() {
    root.classList.add('is-measured');
    const { height } = document.body.getBoundingClientRect();
    root.classList.remove('is-measured');
    return Math.ceil(height);
  }

  // Whoever embeds may know it; there is nothing else in the message.
  function post(message) {
    window.parent.postMessage(message, '*');
  }

  function tell() {
    // In a tab that is hidden the frame has no width, and nothing in it a size.
    if (window.innerWidth === 0) return;
    const height = measure();
    if (height === told) return;
    told = height;
    post({ type: 'jiangce:height', id: document.body.dataset.chart, height });
    if (secret) post({ message: 'height', value: height, secret });
  }

  if (window.parent === window) return;
  root.classList.add('is-framed');
  // At once: below the screen a browser does not draw the frame, and what observes it is not called.
  tell();
  const observer = new ResizeObserver(tell);
  observer.observe(root);
  // Text that is set in another font or size changes what is needed without changing the frame.
  for (const part of document.querySelectorAll('main > *')) observer.observe(part);
  // A page that begins to listen late may ask.
  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent) return;
    if (data !== 'jiangce:ask' && !(secret && data && data.message === 'ready' && data.secret === secret)) return;
    told = 0;
    tell();
  });
  // WordPress's sandbox opens no windows; it follows a link itself when it is told of it.
  if (secret) {
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest('a[href]');
      if (!link) return;
      event.preventDefault();
      post({ message: 'link', value: link.href, secret });
    });
  }
})();
