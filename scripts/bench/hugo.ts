import type { PeerContent } from './peer-content.ts';
import type { ProjectFiles } from './project-files.ts';

const CONFIG = `baseURL = 'https://fictional.example.org/'
languageCode = 'zh-CN'
title = '虚构数据，仅供测速'
disableKinds = ['taxonomy', 'term', 'RSS', 'sitemap', 'home', '404']
[markup.goldmark.renderer]
unsafe = true
`;

const BASE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{{ $title := or .Params.name "工匠" }}
<title>{{ $title }} · {{ site.Data.site.title }}</title>
<meta name="description" content="{{ site.Data.site.tagline }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ $title }}">
<meta property="og:site_name" content="{{ site.Data.site.title }}">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a class="skip-link" href="#main">跳到正文</a>
<header class="site-header"><a class="site-title" href="/">{{ site.Data.site.title }}</a><nav aria-label="主要栏目"><ul>{{ range site.Data.sections }}<li><a href="{{ .href }}">{{ .label }}</a></li>{{ end }}</ul></nav></header>
<nav class="breadcrumb" aria-label="所在位置"><ol><li><a href="/">首页</a></li><li><a href="/craftsmen/">工匠</a></li><li aria-current="page">{{ $title }}</li></ol></nav>
<main id="main">{{ block "main" . }}{{ end }}</main>
<footer class="site-footer"><nav aria-label="全部栏目"><ul>{{ range site.Data.sections }}<li><a href="{{ .href }}">{{ .label }}</a></li>{{ end }}</ul></nav><p class="notice">{{ site.Data.site.notice }}</p><ul class="imprint"><li>发布：{{ site.Data.site.publisher }}</li><li>内容与数据许可：<a href="{{ site.Data.site.licence.url }}">{{ site.Data.site.licence.name }}</a></li></ul></footer>
</body>
</html>
`;

const PROFILE = `{{ define "main" }}
<article class="profile">
<header class="profile-head"><h1>{{ .Params.name }}</h1>
<ul class="honours">{{ range .Params.honours }}<li><a href="/craftsmen/by/honour/{{ .honour }}/">{{ (index site.Data.honours .honour).title }}（{{ .year }}年）</a></li>{{ end }}</ul>
<dl class="facts"><div><dt>单位</dt><dd><a href="/craftsmen/by/employer/{{ .Params.employer }}/">{{ (index site.Data.organizations .Params.employer).name }}</a></dd></div><div><dt>岗位</dt><dd>{{ .Params.position }}</dd></div><div><dt>工种</dt><dd><a href="/craftsmen/by/trade/{{ .Params.trade }}/">{{ (index site.Data.trades .Params.trade).label }}</a></dd></div></dl></header>
<div class="prose">{{ .Content }}</div>
<section class="citations"><h2>来源</h2><ul>{{ range .Params.citations }}{{ $source := index site.Data.sources .source }}<li><a href="/sources/{{ .source }}/">《{{ $source.title }}》，{{ $source.publication }}，{{ $source.date }}</a><span class="locators">{{ .locator }}</span></li>{{ end }}</ul></section>
</article>
{{ end }}
`;

const DIRECTORY = `{{ define "main" }}
<h1>工匠</h1>
{{ $pager := .Paginate .Pages 200 }}
<ul class="people-index">{{ range $pager.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Params.name }}</a><span class="index-detail">{{ (index site.Data.trades .Params.trade).label }} · {{ (index site.Data.organizations .Params.employer).shortName }}</span></li>{{ end }}</ul>
<nav class="pager" aria-label="分页">{{ if $pager.HasPrev }}<a rel="prev" href="{{ $pager.Prev.URL }}">上一页</a>{{ end }}{{ if $pager.HasNext }}<a rel="next" href="{{ $pager.Next.URL }}">下一页</a>{{ end }}</nav>
{{ end }}
`;

/** A Hugo project of the same profiles. */
export function buildHugoProject({ profiles, data }: PeerContent): ProjectFiles {
  return {
    'config.toml': CONFIG,
    'layouts/_default/baseof.html': BASE,
    'layouts/_default/single.html': PROFILE,
    'layouts/_default/list.html': DIRECTORY,
    ...Object.fromEntries(Object.entries(data).map(([name, list]) => [`data/${name}.json`, JSON.stringify(list)])),
    ...Object.fromEntries(profiles.map(({ id, text }) => [`content/craftsmen/${id}.md`, text])),
  };
}
