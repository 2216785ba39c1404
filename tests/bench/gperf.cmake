# cmake -DGPERF=gperf -DREGISTRY=bench_registry -DCOUNT=1000 -DOUTPUT=gperf_b1000.c -P gperf.cmake
#
# gperf's function for the codes of a registry. It takes 44 s for 10,000 of them: given up after a while, and an empty file is
# written then.

file(REMOVE ${OUTPUT})
execute_process(COMMAND ${REGISTRY} ${COUNT} codes OUTPUT_FILE ${OUTPUT}.gperf COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${GPERF} -L ANSI-C -C -N gperf_find -I ${OUTPUT}.gperf
                OUTPUT_FILE ${OUTPUT} TIMEOUT 120 RESULT_VARIABLE result)
if(NOT result EQUAL 0)
  message("gperf gave up on ${COUNT} codes: ${result}")
  file(WRITE ${OUTPUT} "/* gperf gave up */\ntypedef int gperf_nothing;\n")
endif()
