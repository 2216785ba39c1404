# The proof of the two layers: nothing of the inner one reaches a response, nothing of it is missing from the log.

every(layers ${generated}/two_layers.yaml)
set(feed_sources generated/cases.c generated/two_layers_feed.c generated/two_layers_members.c generated/two_layers_record.c
                 generated/two_layers_text.c)

foreach(registry IN LISTS registries ITEMS hostile layers)
  set(file ${PROJECT_SOURCE_DIR}/registry/${registry}.yaml)
  if(registry STREQUAL "hostile")
    set(file ${hostile_file})
  elseif(registry STREQUAL "layers")
    set(file ${generated}/two_layers.yaml)
  endif()
  every_program(two_layers ${registry} ${feed_sources} generated/two_layers_samples.c)
  every_program(two_layers_bytes ${registry} ${feed_sources})
  every_program(two_layers_hidden ${registry} ${feed_sources})
  target_link_libraries(two_layers_hidden_${registry} PRIVATE generated_payments generated_sandbox generated_3gpp)
  script(generated.two-layers.${registry} two_layers $<TARGET_FILE:two_layers_${registry}> ${file})
  script(generated.two-layers-bytes.${registry} every $<TARGET_FILE:two_layers_bytes_${registry}> ${file})
  script(generated.two-layers-hidden.${registry} every $<TARGET_FILE:two_layers_hidden_${registry}> ${file})
endforeach()

add_executable(service_log generated/service_log.c)
target_link_libraries(service_log PRIVATE answers generated_payments generated_sandbox PkgConfig::cmocka)
add_test(NAME generated.service-log COMMAND service_log)

add_executable(two_layers_room generated/two_layers_room.c)
target_link_libraries(two_layers_room PRIVATE generated_layers answers)
add_test(NAME generated.two-layers-room COMMAND two_layers_room)
