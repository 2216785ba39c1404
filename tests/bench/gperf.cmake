# cmake -DGPERF=gperf -DREGISTRY=b1000.yaml -DOUTPUT=gperf_b1000.c -P gperf.cmake
#
# gperf's function for the codes of a registry. It takes up to 44 s for 10,000 of them: given up after a while, and an empty file is
# written then.

file(REMOVE ${OUTPUT})
file(STRINGS ${REGISTRY} codes REGEX "^  [a-z0-9-]+:$")
list(TRANSFORM codes REPLACE "^  (.*):$" "\\1")
list(JOIN codes "\n" codes)
file(WRITE ${OUTPUT}.gperf "${codes}\n")
execute_process(COMMAND ${GPERF} -L ANSI-C -C -N gperf_find -I ${OUTPUT}.gperf
                OUTPUT_FILE ${OUTPUT} TIMEOUT 300 RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message("gperf gave up: ${result}")
  file(WRITE ${OUTPUT} "/* gperf gave up */\ntypedef int gperf_nothing;\n")
endif()
