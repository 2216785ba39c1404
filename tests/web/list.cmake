# The reference site in a real browser: tests/web/docs/TEST.mjs over scripts/web.sh. Node.js, its packages and Chromium must be there
# (`npm ci --prefix tests/web`), else they are skipped. A browser adds nothing to what sanitizers see.

if(NOT PROBLEMC_SANITIZE)
  set(guests ${PROJECT_SOURCE_DIR}/tests/docs/guests.yaml)
  set(sites ${program_registries} ${guests} ${PROJECT_SOURCE_DIR}/tests/docs/other.yaml)
  script(web.markup web markup ${sites})
  script(web.every-page web every_page ${sites})
  script(web.index web index ${guests})
  script(web.page web page ${guests})
  script(web.hostile web hostile)
  set_tests_properties(web.every-page web.hostile PROPERTIES TIMEOUT 300)
endif()
