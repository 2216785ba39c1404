# Finds a problemc that runs on this machine, as problemc::problemc. PROBLEMC_EXECUTABLE names it; where that is
# not set, it is looked for in `problemc_tool_hints`, and then wherever programs are. When cross-compiling, only
# the PATH is looked through: what stands in a prefix of the target's is the target's.
#
# Sets problemc_tool_FOUND, or problemc_tool_message to what is wrong and what to do.

set(problemc_tool_FOUND FALSE)
if(NOT PROBLEMC_EXECUTABLE AND CMAKE_CROSSCOMPILING)
  find_program(PROBLEMC_EXECUTABLE problemc
               NO_PACKAGE_ROOT_PATH NO_CMAKE_PATH NO_CMAKE_ENVIRONMENT_PATH NO_CMAKE_SYSTEM_PATH
               NO_CMAKE_INSTALL_PREFIX NO_CMAKE_FIND_ROOT_PATH
               DOC "The problemc that runs on this machine")
elseif(NOT PROBLEMC_EXECUTABLE)
  find_program(PROBLEMC_EXECUTABLE problemc HINTS ${problemc_tool_hints}
               DOC "The problemc that runs on this machine")
endif()

set(problemc_tool_advice "Build or install problemc for this machine, and say where it is with -DPROBLEMC_EXECUTABLE=/path/of/problemc")
if(NOT PROBLEMC_EXECUTABLE)
  set(problemc_tool_message "There is no program problemc that runs on this machine. ${problemc_tool_advice}")
else()
  execute_process(COMMAND ${PROBLEMC_EXECUTABLE} --version
                  OUTPUT_VARIABLE problemc_tool_output ERROR_VARIABLE problemc_tool_error
                  RESULT_VARIABLE problemc_tool_result)
  if(NOT problemc_tool_output MATCHES "^problemc ([0-9]+)\\.([0-9]+)")
    set(problemc_tool_message "${PROBLEMC_EXECUTABLE} does not run on this machine (${problemc_tool_result}). ${problemc_tool_advice}")
  elseif(NOT "${CMAKE_MATCH_1}.${CMAKE_MATCH_2}" VERSION_EQUAL "${problemc_tool_version}")
    string(STRIP "${problemc_tool_output}" problemc_tool_output)
    set(problemc_tool_message "${PROBLEMC_EXECUTABLE} is ${problemc_tool_output}, but the runtime is ${problemc_tool_version}. ${problemc_tool_advice}")
  else()
    set(problemc_tool_FOUND TRUE)
    if(NOT TARGET problemc::problemc)
      add_executable(problemc::problemc IMPORTED GLOBAL)
      set_target_properties(problemc::problemc PROPERTIES IMPORTED_LOCATION ${PROBLEMC_EXECUTABLE})
    endif()
  endif()
endif()
