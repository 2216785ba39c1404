/*
 * The catalogue as an nginx module. Directives:
 *
 *     payments;              a location's requests are answered by the catalogue
 *     payments_error;        a location's requests are errors of nginx's own
 *     payments_log FILE;     where records go; opened with nginx's own logs, and reopened with them
 */
#include <problem_nginx.h>

#include "catalogue.h"

static ngx_open_file_t *log_file;
static struct problem_sink sink = PROBLEM_SINK_NONE;
static const struct problem_edge edge = {PAYMENTS_REGISTRY, &sink, catalogue_raise_status};

static const struct problem_edge *open_edge(void)
{
    sink.descriptor = log_file == NULL ? 2 : log_file->fd;
    return &edge;
}

/* ---------------------------------------------------------------- answering */

static ngx_int_t send_text(ngx_http_request_t *r)
{
    ngx_str_t type = ngx_string("text/plain");
    ngx_http_complex_value_t text;
    ngx_memzero(&text, sizeof text);
    ngx_str_set(&text.value, CATALOGUE_TEXT);
    return ngx_http_send_response(r, NGX_HTTP_OK, &type, &text);
}

static void after_body(ngx_http_request_t *r)
{
    ngx_http_finalize_request(r, send_text(r));
}

static ngx_int_t answer_ok(ngx_http_request_t *r)
{
    ngx_int_t result;
    if (r->method != NGX_HTTP_POST)
        return send_text(r);
    result = ngx_http_read_client_request_body(r, after_body);
    return result >= NGX_HTTP_SPECIAL_RESPONSE ? result : NGX_DONE;
}

static ngx_int_t on_request(ngx_http_request_t *r)
{
    struct problem problem = PROBLEM_INIT;
    const char *method = problem_nginx_copy(r, r->method_name.data, r->method_name.len);
    const char *path = problem_nginx_copy(r, r->unparsed_uri.data, r->unparsed_uri.len);
    if (method == NULL || path == NULL)
        return NGX_HTTP_INTERNAL_SERVER_ERROR;
    if (catalogue_answer(&problem, method, path) == 0)
        return answer_ok(r);
    return problem_nginx_send(open_edge(), r, &problem);
}

static ngx_int_t on_error(ngx_http_request_t *r)
{
    return problem_nginx_error(open_edge(), r);
}

/* ---------------------------------------------------------------- directives */

static char *set_handler(ngx_conf_t *cf, ngx_http_handler_pt handler)
{
    ngx_http_core_loc_conf_t *location =
        ngx_http_conf_get_module_loc_conf(cf, ngx_http_core_module);
    location->handler = handler;
    return NGX_CONF_OK;
}

static char *set_request(ngx_conf_t *cf, ngx_command_t *command, void *conf)
{
    (void)command;
    (void)conf;
    return set_handler(cf, on_request);
}

static char *set_error(ngx_conf_t *cf, ngx_command_t *command, void *conf)
{
    (void)command;
    (void)conf;
    return set_handler(cf, on_error);
}

static char *set_log(ngx_conf_t *cf, ngx_command_t *command, void *conf)
{
    ngx_str_t *values = cf->args->elts;
    (void)command;
    (void)conf;
    log_file = ngx_conf_open_file(cf->cycle, &values[1]);
    return log_file == NULL ? NGX_CONF_ERROR : NGX_CONF_OK;
}

static ngx_command_t commands[] = {
    {ngx_string("payments"), NGX_HTTP_LOC_CONF | NGX_CONF_NOARGS, set_request, 0, 0, NULL},
    {ngx_string("payments_error"), NGX_HTTP_LOC_CONF | NGX_CONF_NOARGS, set_error, 0, 0, NULL},
    {ngx_string("payments_log"), NGX_HTTP_MAIN_CONF | NGX_CONF_TAKE1, set_log, 0, 0, NULL},
    {ngx_null_string, 0, NULL, 0, 0, NULL},
};

static ngx_http_module_t context = {NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL};

static ngx_module_t payments_module = {NGX_MODULE_V1, &context, commands, NGX_HTTP_MODULE,
                                       NULL,          NULL,     NULL,     NULL,
                                       NULL,          NULL,     NULL,     NGX_MODULE_V1_PADDING};

/* What load_module looks for, as nginx's own build writes it. */
extern ngx_module_t *ngx_modules[];
extern char *ngx_module_names[];
extern char *ngx_module_order[];
ngx_module_t *ngx_modules[] = {&payments_module, NULL};
char *ngx_module_names[] = {(char *)"ngx_http_payments_module", NULL};
char *ngx_module_order[] = {NULL};
