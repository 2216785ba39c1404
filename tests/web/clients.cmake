# Clients and editors of others. What they run of ours is sanitized in other tests.

if(NOT PROBLEMC_SANITIZE)
  script(web.editor editor)
  if(TARGET payments)
    script(web.clients clients $<TARGET_FILE:payments>)
  endif()
endif()
