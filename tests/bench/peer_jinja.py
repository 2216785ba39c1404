# What one would write in an afternoon: a registry through PyYAML's C loader and a jinja2 template into a header.
#
#     python3 peer_jinja.py REGISTRY HEADER
import sys

import jinja2
import yaml

TEMPLATE = """\
enum problem {
{% for code, problem in problems.items() %}    {{ code | replace('-', '_') | upper }} = {{ problem.id }},
{% endfor %}};
{% for code, problem in problems.items() %}
/* {{ problem.status }} {{ problem.title }}: {{ problem.description }} */
#define RAISE_{{ code | replace('-', '_') | upper }}(...) raise({{ problem.id }}, __VA_ARGS__)
{% endfor %}"""

with open(sys.argv[1], encoding="utf-8") as source:
    registry = yaml.load(source, Loader=yaml.CSafeLoader)
with open(sys.argv[2], "w", encoding="utf-8") as header:
    header.write(jinja2.Template(TEMPLATE).render(problems=registry["problems"]))
