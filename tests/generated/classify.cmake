# Others' errors: the generated code of `classify`, against the headers in foreign/.

problemc_add_library(generated_classify REGISTRY ${generated}/classify.yaml)
target_include_directories(generated_classify PUBLIC ${generated}/foreign)
add_executable(classify generated/classify.c generated/classify_shelves.c)
target_link_libraries(classify PRIVATE answers generated_classify PkgConfig::cmocka)
add_test(NAME generated.classify COMMAND classify)
script(generated.classify-compilers classify ${generated}/foreign ${generated}/classify.yaml ${PROJECT_SOURCE_DIR}/registry/boxlite.yaml)
