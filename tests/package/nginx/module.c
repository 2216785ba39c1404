/* Directive `shop;`: a location's requests are answered by a problem. */
#include "problem_nginx.h"

#include "shop_problems.h"

static struct problem_sink sink = PROBLEM_SINK_NONE;
static const struct problem_edge edge = {SHOP_REGISTRY, &sink, NULL};

static ngx_int_t on_request(ngx_http_request_t *r)
{
    struct problem problem = PROBLEM_INIT;
    shop_raise_sold_out(&problem, 3);
    return problem_nginx_send(&edge, r, &problem);
}

static char *set_handler(ngx_conf_t *cf, ngx_command_t *command, void *conf)
{
    ngx_http_core_loc_conf_t *location =
        ngx_http_conf_get_module_loc_conf(cf, ngx_http_core_module);
    (void)command;
    (void)conf;
    location->handler = on_request;
    return NGX_CONF_OK;
}

static ngx_command_t commands[] = {
    {ngx_string("shop"), NGX_HTTP_LOC_CONF | NGX_CONF_NOARGS, set_handler, 0, 0, NULL},
    ngx_null_command,
};

static ngx_http_module_t context = {NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL};

/* nginx's own build looks for this name. */
extern ngx_module_t ngx_http_shop_module;
ngx_module_t ngx_http_shop_module = {NGX_MODULE_V1, &context, commands, NGX_HTTP_MODULE,
                                     NULL,          NULL,     NULL,     NULL,
                                     NULL,          NULL,     NULL,     NGX_MODULE_V1_PADDING};
