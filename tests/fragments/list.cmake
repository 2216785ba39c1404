# The fragments of `classify` in registry/: against the real headers of what they describe, and in use.

add_executable(fragment_codes fragments/codes.c)
target_link_libraries(fragment_codes PRIVATE problemc_yaml)

foreach(fragment errno sqlite postgresql curl http)
  script(fragments.header.${fragment} fragments $<TARGET_FILE:fragment_codes> ${fragment})
  script(fragments.use.${fragment} fragments_use $<TARGET_FILE:fragment_codes> ${fragment})
endforeach()
