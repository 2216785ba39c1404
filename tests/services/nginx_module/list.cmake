# The catalogue as a dynamic module of the installed nginx: nginx_payments.so. Needs nginx-dev, whose
# headers lack the two that nginx's configure script writes: those are made here, with the options of
# the nginx that the package goes with.

set(nginx_sources /usr/share/nginx/src)
set(nginx_tree ${CMAKE_CURRENT_BINARY_DIR}/nginx)
set(nginx_made ${nginx_tree}/objs/ngx_auto_config.h ${nginx_tree}/objs/ngx_auto_headers.h)

add_custom_command(
  OUTPUT ${nginx_made}
  COMMAND bash ${CMAKE_CURRENT_LIST_DIR}/configure.sh ${nginx_sources} ${nginx_tree}
  DEPENDS ${nginx_sources}/conf_flags ${CMAKE_CURRENT_LIST_DIR}/configure.sh
  COMMENT "Configuring nginx's headers"
  VERBATIM)

add_library(nginx_payments MODULE ${CMAKE_CURRENT_LIST_DIR}/payments.c ${nginx_made})
set_target_properties(nginx_payments PROPERTIES PREFIX "")
target_include_directories(nginx_payments SYSTEM PRIVATE
  ${nginx_sources}/src/core ${nginx_sources}/src/event ${nginx_sources}/src/event/modules
  ${nginx_sources}/src/os/unix ${nginx_sources}/src/http ${nginx_sources}/src/http/modules
  ${nginx_sources}/src/http/v2 ${nginx_tree}/objs)
target_link_libraries(nginx_payments PRIVATE catalogue)
# nginx resolves the ngx_ names when it loads the module.
target_link_options(nginx_payments PRIVATE LINKER:-z,undefs)

# A module with a sanitizer needs its runtime in an nginx that has none: NGINX_PRELOAD of nginx.sh.
set(nginx_preload)
if(PROBLEMC_SANITIZE)
  set(nginx_runtimes libasan.so libubsan.so)
  if(CMAKE_C_COMPILER_ID MATCHES Clang)
    set(nginx_runtimes libclang_rt.asan-${CMAKE_SYSTEM_PROCESSOR}.so)
  endif()
  foreach(runtime IN LISTS nginx_runtimes)
    execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=${runtime}
                    OUTPUT_VARIABLE file OUTPUT_STRIP_TRAILING_WHITESPACE)
    string(APPEND nginx_preload "${file} ")
  endforeach()
  string(STRIP "${nginx_preload}" nginx_preload)
endif()
