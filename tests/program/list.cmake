# The program as a whole: its command line, its files, its messages, and whatever it may be given to read.

foreach(registry IN LISTS registries)
  list(APPEND program_registries ${PROJECT_SOURCE_DIR}/registry/${registry}.yaml)
endforeach()
file(GLOB examples CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/design-*.yaml)

script(program.reproducible reproducible ${program_registries}
       ${CMAKE_CURRENT_SOURCE_DIR}/generated/hostile.yaml ${CMAKE_CURRENT_SOURCE_DIR}/generated/classify.yaml)
script(program.outputs outputs)
script(program.faults faults EIO)
script(program.kills faults KILL)
script(program.usage usage)
script(program.schema schema)
script(program.docs docs ${program_registries})
script(program.one-source one_source)
script(program.explain explain)
script(program.readme readme)
script(program.hostile-bytes hostile_bytes)
script(program.corpora corpora)
script(program.large-inputs large_inputs)
script(program.processors processors)
script(program.design-examples design_examples ${examples})

add_test(NAME program.formats
         COMMAND ${CMAKE_COMMAND} -DPROBLEMC=$<TARGET_FILE:problemc> -DSOURCE=${PROJECT_SOURCE_DIR}
                 -DOUT=${CMAKE_CURRENT_BINARY_DIR}/work/program.formats
                 -P ${CMAKE_CURRENT_SOURCE_DIR}/scripts/formats.cmake)

# Builds problemc anew: `ctest -LE slow` leaves it out.
script(program.no-op-build no_op_build)
set_tests_properties(program.no-op-build PROPERTIES LABELS slow TIMEOUT 300)
script(runtime.record-fields record_fields)
