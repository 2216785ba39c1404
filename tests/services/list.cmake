# Services over real HTTP servers: one catalogue of answers, a thin server over each library, and the
# conversations that every one of them must hold.

add_library(catalogue STATIC services/catalogue.c services/serving.c)
target_include_directories(catalogue PUBLIC services)
target_link_libraries(catalogue PUBLIC generated_payments problemc::adapters)

add_library(talk STATIC services/conversation.c services/usual.c services/bodies.c
                        services/strangers.c services/talk.c services/peer.c services/wire.c
                        services/journal.c)
target_link_libraries(talk PUBLIC catalogue answers PkgConfig::cmocka)

# conversation(NAME command...): all conversations with a server, whose own ways are in
# NAME_expectations.c.
function(conversation name)
  add_executable(conversation_${name} services/${name}_expectations.c)
  target_link_libraries(conversation_${name} PRIVATE talk)
  add_test(NAME services.${name}
           COMMAND conversation_${name} $<TARGET_FILE:problemc> ${PROJECT_SOURCE_DIR}/registry/payments.yaml
                   ${CMAKE_CURRENT_BINARY_DIR}/conversation_${name}.log ${ARGN})
  set_tests_properties(services.${name} PROPERTIES TIMEOUT 120)
  environment(services.${name})
endfunction()

# load(NAME command...): nothing but errors, from many clients at once.
function(load name)
  set(seconds 2)
  if(PROBLEMC_SANITIZE)
    set(seconds 1)
  endif()
  script(services.load.${name} ../services/load $<TARGET_FILE:strict_json_files> ${seconds} ${ARGN})
  set_tests_properties(services.load.${name} PROPERTIES RUN_SERIAL ON)
endfunction()

# header(HEADER "LANGUAGES" [flags]): an adapter's header through every compiler and standard.
function(header name languages)
  script(services.header.${name} ../services/header ${name} ${languages} ${ARGN})
endfunction()

# ---------------------------------------------------------------- libmicrohttpd

pkg_check_modules(microhttpd IMPORTED_TARGET libmicrohttpd)
if(microhttpd_FOUND)
  add_executable(microhttpd_server services/microhttpd_server.c)
  target_link_libraries(microhttpd_server PRIVATE catalogue PkgConfig::microhttpd)
  conversation(microhttpd $<TARGET_FILE:microhttpd_server>)
  header(problem_microhttpd.h "c c++")
  load(microhttpd $<TARGET_FILE:microhttpd_server>)
  script(services.log-faults ../services/log_faults $<TARGET_FILE:microhttpd_server>)

  pkg_check_modules(curl IMPORTED_TARGET libcurl)
  if(curl_FOUND)
    add_executable(control_plane services/control_plane.c)
    target_link_libraries(control_plane PRIVATE generated_payments problemc::client PkgConfig::curl)
    script(services.control-plane ../services/control_plane $<TARGET_FILE:control_plane>
           $<TARGET_FILE:microhttpd_server>)
  endif()

  add_executable(microhttpd_adapter services/microhttpd_adapter.c services/peer.c services/wire.c)
  target_link_libraries(microhttpd_adapter PRIVATE catalogue PkgConfig::microhttpd PkgConfig::cmocka)
  target_link_options(microhttpd_adapter PRIVATE
                      -Wl,--wrap=MHD_create_response_from_buffer,--wrap=MHD_add_response_header)
  add_test(NAME services.microhttpd.adapter COMMAND microhttpd_adapter)
  environment(services.microhttpd.adapter)
endif()

# ---------------------------------------------------------------- civetweb

# Debian's civetweb package for CMake wants its server program as well.
find_library(CIVETWEB_LIBRARY civetweb)
find_path(CIVETWEB_INCLUDE civetweb.h)
if(CIVETWEB_LIBRARY AND CIVETWEB_INCLUDE)
  add_executable(civetweb_server services/civetweb_server.c)
  target_include_directories(civetweb_server SYSTEM PRIVATE ${CIVETWEB_INCLUDE})
  target_link_libraries(civetweb_server PRIVATE catalogue ${CIVETWEB_LIBRARY})
  conversation(civetweb $<TARGET_FILE:civetweb_server>)
  header(problem_civetweb.h "c c++")
  load(civetweb $<TARGET_FILE:civetweb_server>)
endif()

# ---------------------------------------------------------------- ulfius

pkg_check_modules(ulfius IMPORTED_TARGET libulfius libmicrohttpd)
if(ulfius_FOUND)
  add_executable(ulfius_server services/ulfius_server.c)
  target_link_libraries(ulfius_server PRIVATE catalogue PkgConfig::ulfius)
  conversation(ulfius $<TARGET_FILE:ulfius_server>)
  header(problem_ulfius.h "c c++")
  load(ulfius $<TARGET_FILE:ulfius_server>)
endif()

# ---------------------------------------------------------------- FastCGI, and a module of nginx

# Both stand behind nginx, which takes the port that nginx_listen finds.
find_program(NGINX nginx PATHS /usr/sbin)
pkg_check_modules(fastcgi IMPORTED_TARGET fcgi)
find_package(Threads REQUIRED)
if(NGINX)
  add_executable(nginx_listen services/nginx_listen.c)
endif()
if(NGINX AND fastcgi_FOUND)
  add_executable(fastcgi_server services/fastcgi_server.c)
  target_link_libraries(fastcgi_server PRIVATE catalogue PkgConfig::fastcgi Threads::Threads)
  set(fastcgi env FASTCGI_SERVER=$<TARGET_FILE:fastcgi_server> NGINX_LISTEN=$<TARGET_FILE:nginx_listen>
              sh ${CMAKE_CURRENT_SOURCE_DIR}/services/fastcgi.sh)
  conversation(fastcgi ${fastcgi})
  header(problem_fastcgi.h "c c++")
  load(fastcgi ${fastcgi})
  script(services.fastcgi.gone ../services/fastcgi_gone $<TARGET_FILE:nginx_listen>)
endif()
# A module with ThreadSanitizer does not load, and has one thread.
if(NGINX AND EXISTS /usr/share/nginx/src/conf_flags AND NOT PROBLEMC_SANITIZE MATCHES thread)
  include(services/nginx_module/list.cmake)
  set(nginx env NGINX_MODULE=$<TARGET_FILE:nginx_payments> NGINX_LISTEN=$<TARGET_FILE:nginx_listen>
            "NGINX_PRELOAD=${nginx_preload}" sh ${CMAKE_CURRENT_SOURCE_DIR}/services/nginx.sh)
  conversation(nginx ${nginx})
  load(nginx ${nginx})
  script(services.nginx.errors ../services/nginx_errors $<TARGET_FILE:nginx_payments>
         $<TARGET_FILE:nginx_listen> "${nginx_preload}")
endif()

# ---------------------------------------------------------------- a service to copy

pkg_check_modules(sqlite IMPORTED_TARGET sqlite3)
if(microhttpd_FOUND AND sqlite_FOUND)
  file(GLOB sources CONFIGURE_DEPENDS services/payments/*.c)
  add_executable(payments ${sources})
  target_link_libraries(payments PRIVATE generated_payments problemc::adapters PkgConfig::microhttpd
                                         PkgConfig::sqlite PkgConfig::cjson)
  # What records say of files should not depend on where this was built.
  target_compile_options(payments PRIVATE -fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=)
  script(services.payments ../services/payments $<TARGET_FILE:payments>)
endif()
