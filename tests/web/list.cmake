# Browsers, tools and clients of others, which must accept what problemc writes and what services send. Node.js, its packages (`npm ci
# --prefix tests/web`) and Chromium must be there, else they are skipped. What they run of ours is sanitized in other tests.

if(PROBLEMC_SANITIZE)
  return()
endif()
set(guests ${PROJECT_SOURCE_DIR}/tests/docs/guests.yaml)

# ---------------------------------------------------------------- the reference in Chromium: docs/TEST.mjs

set(sites ${program_registries} ${guests} ${PROJECT_SOURCE_DIR}/tests/docs/other.yaml)
script(web.markup web markup ${sites})
script(web.every-page web every_page ${sites})
script(web.index web index ${guests})
script(web.page web page ${guests})
script(web.hostile web hostile)
set_tests_properties(web.every-page web.hostile PROPERTIES TIMEOUT 300)

# ---------------------------------------------------------------- OpenAPI, editors, clients

foreach(registry IN LISTS registries)
  script(web.openapi.${registry} openapi ${PROJECT_SOURCE_DIR}/registry/${registry}.yaml)
endforeach()
script(web.openapi.hostile openapi ${CMAKE_CURRENT_SOURCE_DIR}/generated/hostile.yaml)
script(web.editor editor)
if(TARGET payments)
  script(web.clients clients $<TARGET_FILE:payments>)
endif()
