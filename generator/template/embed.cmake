# Writes the C source behind embedded.h: the templates' bytes as constant arrays.
#
#   cmake -DOUTPUT=embedded.c "-DTEMPLATES=problems.h;problems.c" "-DOTHERS=../x.json" -P embed.cmake
#
# Runs in the folder of the templates. A template's name is its path from there, that of a file of
# OTHERS the file's own name, and that is all of their paths that reaches the output, which depends
# on nothing but names and bytes. Arrays of numbers and not string literals, since those may not be
# longer than 4,095 bytes.

foreach(parameter OUTPUT TEMPLATES)
  if(NOT ${parameter})
    message(FATAL_ERROR "embed.cmake: ${parameter} is not set")
  endif()
endforeach()

set(names)
foreach(file IN LISTS OTHERS)
  get_filename_component(name "${file}" NAME)
  get_filename_component(path_of_${name} "${file}" ABSOLUTE)
  list(APPEND names "${name}")
endforeach()
foreach(file IN LISTS TEMPLATES)
  get_filename_component(path "${file}" ABSOLUTE)
  file(RELATIVE_PATH name "${CMAKE_CURRENT_SOURCE_DIR}" "${path}")
  if(NOT name MATCHES "^[A-Za-z0-9_][A-Za-z0-9_./-]*$")
    message(FATAL_ERROR "embed.cmake: ${file} is not in ${CMAKE_CURRENT_SOURCE_DIR}, or has a name "
                        "that a partial cannot have")
  endif()
  set(path_of_${name} "${path}")
  list(APPEND names "${name}")
endforeach()
list(REMOVE_DUPLICATES names)
list(SORT names COMPARE STRING)
list(LENGTH names count)

set(arrays "")
set(rows "")
set(index 0)
foreach(name IN LISTS names)
  file(READ "${path_of_${name}}" bytes HEX)
  string(LENGTH "${bytes}" length)
  math(EXPR length "${length} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1, " bytes "${bytes}00")
  # Sixteen numbers to a line.
  string(REPEAT "[^,]+," 16 line)
  string(REGEX REPLACE "(${line}) " "\\1\n    " bytes "${bytes}")
  string(REGEX REPLACE "[ \n]+$" "" bytes "${bytes}")
  string(APPEND arrays
         "/* ${name} */\n"
         "static const unsigned char bytes_${index}[] = {\n    ${bytes}\n};\n\n")
  string(APPEND rows "    {\"${name}\", (const char *)bytes_${index}, ${length}},\n")
  math(EXPR index "${index} + 1")
endforeach()

file(WRITE "${OUTPUT}"
     "/* Written by embed.cmake from the files that are named below. Do not edit. */\n"
     "#include \"template/embedded.h\"\n\n"
     "${arrays}"
     "const struct embedded_template embedded_templates[] = {\n${rows}};\n\n"
     "const size_t embedded_template_count = ${count};\n")
