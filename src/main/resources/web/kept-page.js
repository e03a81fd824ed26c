// A page that the browser kept (HTML §7.4.6.2, "persisted") tells what held when it was left.
addEventListener('pageshow', function (event) {
  if (!event.persisted) return;
  document.documentElement.hidden = true;
  location.reload();
});
