/*
 * Copy buttons and the index's search. Pages are complete without it; it makes no requests.
 */
(function () {
  "use strict";

  /* ---------------------------------------------------------------- copying */

  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    window.getSelection().removeAllRanges();
    window.getSelection().addRange(range);
  }

  /* Where the clipboard is out of reach, as on pages that come without https. What is selected has the line breaks that are only shown. */
  function copySelected(element) {
    select(element);
    document.addEventListener(
      "copy",
      function (event) {
        event.clipboardData.setData("text/plain", element.textContent);
        event.preventDefault();
      },
      { once: true }
    );
    return document.execCommand("copy");
  }

  document.querySelectorAll("button.copy").forEach(function (button) {
    var element = document.getElementById(button.dataset.copy);
    var said = button.nextElementSibling;
    function say(copied) {
      said.textContent = copied ? "Copied" : "Selected";
      window.setTimeout(function () {
        said.textContent = "";
      }, 2000);
    }
    button.hidden = false;
    button.addEventListener("click", function () {
      if (!navigator.clipboard) {
        say(copySelected(element));
        return;
      }
      navigator.clipboard.writeText(element.textContent).then(
        function () {
          say(true);
        },
        function () {
          say(copySelected(element));
        }
      );
    });
  });

  /* ---------------------------------------------------------------- the index */

  var filters = document.querySelector(".filters");
  if (!filters) {
    return;
  }

  var search = document.getElementById("search");
  var choices = ["status", "retry", "tag"]
    .map(function (id) {
      return document.getElementById(id);
    })
    .filter(Boolean);
  var count = filters.querySelector(".count");
  var clear = filters.querySelector(".clear");
  var entries = Array.from(document.querySelectorAll(".problems > li")).map(function (item) {
    return {
      item: item,
      words: (item.textContent + " " + item.dataset.tags).toLowerCase(),
      status: item.dataset.status,
      retry: item.dataset.retry,
      tag: item.dataset.tags.split("\n"),
    };
  });

  function fits(entry, words) {
    return (
      words.every(function (word) {
        return entry.words.includes(word);
      }) &&
      choices.every(function (choice) {
        var value = choice.value;
        return !value || entry[choice.id] === value || (choice.id === "tag" && entry.tag.includes(value));
      })
    );
  }

  /* The address keeps what was looked for, so that a list can be passed on. */
  function remember() {
    var query = [search].concat(choices).filter(function (field) {
      return field.value;
    });
    var text = query
      .map(function (field) {
        return field.id + "=" + encodeURIComponent(field.value);
      })
      .join("&");
    try {
      window.history.replaceState(null, "", text ? "?" + text : window.location.pathname);
    } catch (refused) {
      /* from a file */
    }
  }

  function filtered() {
    return [search].concat(choices).some(function (field) {
      return field.value;
    });
  }

  function show() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    entries.forEach(function (entry) {
      entry.item.hidden = !fits(entry, words);
      shown += entry.item.hidden ? 0 : 1;
    });
    document.querySelectorAll(".registry").forEach(function (registry) {
      registry.hidden = filtered() && !registry.querySelector(".problems > li:not([hidden])");
    });
    count.textContent =
      shown === entries.length ? shown + " problems" : shown + " of " + entries.length + " problems";
    clear.hidden = !filtered();
  }

  function changed() {
    show();
    remember();
  }

  new URLSearchParams(window.location.search).forEach(function (value, name) {
    var field = document.getElementById(name);
    if (field && (field === search || choices.includes(field))) {
      field.value = value;
    }
  });
  filters.hidden = false;
  filters.addEventListener("input", changed);
  clear.addEventListener("click", function () {
    [search].concat(choices).forEach(function (field) {
      field.value = "";
    });
    search.focus();
    changed();
  });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "Escape" && document.activeElement === search) {
      search.value = "";
      changed();
    }
  });
  show();
})();
