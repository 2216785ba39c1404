# What is made from the compiler's own tables must be what they say; with ACCEPT it is written anew.

set(templates
    README.md registry/README.md
    problemc.1 generator/package/man/problemc.1
    problemc-registry.5 generator/package/man/problemc-registry.5
    problemc.bash generator/package/completions/problemc.bash
    _problemc generator/package/completions/_problemc
    problemc.fish generator/package/completions/problemc.fish)

while(templates)
  list(POP_FRONT templates template file)
  execute_process(COMMAND ${REFERENCE} tests/reference/${template}.mustache
                  RESULT_VARIABLE status OUTPUT_VARIABLE printed ERROR_VARIABLE messages)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${template}: ${messages}")
  endif()
  if(ACCEPT)
    file(WRITE ${file} "${printed}")
    continue()
  endif()
  file(READ ${file} expected)
  if(NOT printed STREQUAL expected)
    message(FATAL_ERROR "${file} is out of date: build the target accept")
  endif()
endwhile()
