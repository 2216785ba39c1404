# Writes the registry's words as a libFuzzer dictionary: cmake -DOUTPUT=file "-DSOURCES=files" -P dictionary.cmake
#
# The words are the keys, types, levels and checks of the format, taken from the tables that the compiler itself reads by.

set(words "problemc: 1" "{occurrence}" "{code}" "about:blank" "fragment.yaml" "=== fragment.yaml" "\\\\x0a  " "{{" "}}" "urn:uuid:")
foreach(source IN LISTS SOURCES)
  file(STRINGS ${source} lines REGEX "\"[a-z][a-z0-9-]*\"")
  foreach(line IN LISTS lines)
    string(REGEX MATCHALL "\"[a-z][a-z0-9-]*\"" quoted "${line}")
    foreach(word IN LISTS quoted)
      string(REPLACE "\"" "" word ${word})
      list(APPEND words ${word})
    endforeach()
  endforeach()
endforeach()
list(REMOVE_DUPLICATES words)
list(TRANSFORM words REPLACE "(.+)" "\"\\1\"")
list(JOIN words "\n" text)
file(WRITE ${OUTPUT} "${text}\n")
