import type { PeerContent } from './peer-content.ts';
import type { ProjectFiles } from './project-files.ts';

const CONFIG = `export default function (config) {
  return { dir: { input: 'pages', includes: '../layouts', data: '../data', output: 'site' } };
}
`;

const BASE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ name or title }} · {{ site.title }}</title>
<meta name="description" content="{{ site.tagline }}">
<link rel="canonical" href="{{ site.url }}{{ page.url }}">
<meta property="og:title" content="{{ name or title }}">
<meta property="og:site_name" content="{{ site.title }}">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a class="skip-link" href="#main">跳到正文</a>
<header class="site-header"><a class="site-title" href="/">{{ site.title }}</a><nav aria-label="主要栏目"><ul>{% for section in sections %}<li><a href="{{ section.href }}">{{ section.label }}</a></li>{% endfor %}</ul></nav></header>
<nav class="breadcrumb" aria-label="所在位置"><ol><li><a href="/">首页</a></li><li><a href="/craftsmen/">工匠</a></li><li aria-current="page">{{ name or title }}</li></ol></nav>
<main id="main">{{ content | safe }}</main>
<footer class="site-footer"><nav aria-label="全部栏目"><ul>{% for section in sections %}<li><a href="{{ section.href }}">{{ section.label }}</a></li>{% endfor %}</ul></nav><p class="notice">{{ site.notice }}</p><ul class="imprint"><li>发布：{{ site.publisher }}</li><li>内容与数据许可：<a href="{{ site.licence.url }}">{{ site.licence.name }}</a></li></ul></footer>
</body>
</html>
`;

const PROFILE = `---
layout: base.njk
---
<article class="profile">
<header class="profile-head"><h1>{{ name }}</h1>
<ul class="honours">{% for held in honours %}<li><a href="/craftsmen/by/honour/{{ held.honour }}/">{{ honourTitles[held.honour].title }}（{{ held.year }}年）</a></li>{% endfor %}</ul>
<dl class="facts"><div><dt>单位</dt><dd><a href="/craftsmen/by/employer/{{ employer }}/">{{ organizations[employer].name }}</a></dd></div><div><dt>岗位</dt><dd>{{ position }}</dd></div><div><dt>工种</dt><dd><a href="/craftsmen/by/trade/{{ trade }}/">{{ trades[trade].label }}</a></dd></div></dl></header>
<div class="prose">{{ content | safe }}</div>
<section class="citations"><h2>来源</h2><ul>{% for citation in citations %}<li><a href="/sources/{{ citation.source }}/">《{{ sources[citation.source].title }}》，{{ sources[citation.source].publication }}，{{ sources[citation.source].date }}</a><span class="locators">{{ citation.locator }}</span></li>{% endfor %}</ul></section>
</article>
`;

const DIRECTORY = `---
layout: base.njk
title: 工匠
pagination:
  data: collections.people
  size: 200
  alias: people
permalink: "/craftsmen/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
---
<h1>工匠</h1>
<ul class="people-index">{% for person in people %}<li><a href="{{ person.url }}">{{ person.data.name }}</a><span class="index-detail">{{ trades[person.data.trade].label }} · {{ organizations[person.data.employer].shortName }}</span></li>{% endfor %}</ul>
<nav class="pager" aria-label="分页">{% if pagination.href.previous %}<a rel="prev" href="{{ pagination.href.previous }}">上一页</a>{% endif %}{% if pagination.href.next %}<a rel="next" href="{{ pagination.href.next }}">下一页</a>{% endif %}</nav>
`;

/** An Eleventy project of the same profiles: Nunjucks layouts, Markdown as Eleventy reads it when nothing is set. */
export function buildEleventyProject({ profiles, data }: PeerContent): ProjectFiles {
  const { honours, ...lists } = data;
  return {
    'package.json': '{ "type": "module" }\n',
    'eleventy.config.js': CONFIG,
    'layouts/base.njk': BASE,
    'layouts/profile.njk': PROFILE,
    'pages/craftsmen.njk': DIRECTORY,
    'pages/craftsmen/craftsmen.json': '{ "layout": "profile.njk", "tags": "people" }\n',
    // A data file called honours would be hidden by the field of that name.
    ...Object.fromEntries(
      Object.entries({ ...lists, honourTitles: honours }).map(([name, list]) => [
        `data/${name}.json`,
        JSON.stringify(list),
      ]),
    ),
    ...Object.fromEntries(profiles.map(({ id, text }) => [`pages/craftsmen/${id}.md`, text])),
  };
}
