(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) {
    return;
  }
  var words = document.getElementById("words");
  var verdict = document.getElementById("verdict");
  var count = document.getElementById("count");
  var rows = Array.prototype.slice.call(document.querySelectorAll("#rows tr"));
  var texts = rows.map(function (row) {
    return (row.textContent + " " + row.dataset.verdict).toLowerCase();
  });
  function filter() {
    var sought = words.value.toLowerCase().trim().split(/\s+/);
    var shown = 0;
    rows.forEach(function (row, i) {
      var fits = (!verdict.value || row.dataset.verdict === verdict.value)
          && sought.every(function (word) { return texts[i].indexOf(word) >= 0; });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = shown + " of " + rows.length + " shown";
  }
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  words.addEventListener("input", filter);
  verdict.addEventListener("change", filter);
  form.hidden = false;
  filter();
})();
