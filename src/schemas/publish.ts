import { z } from 'zod';
import { IdSchema, text } from './common.ts';
import { choice } from './common.ts';
import { field } from './field-meta.ts';

/** What every target has. */
const COMMON = {
  id: IdSchema,
  name: text({ label: '目的地的名称', example: '市总工会的服务器' }),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .meta(
      field({
        label: '公开网址',
        help: '发完以后从这里取几页来核对；不写就不核对',
        example: 'https://example.org/jiangce/',
      }),
    )
    .optional(),
  keep: z
    .number()
    .int()
    .min(1)
    .max(50)
    .meta(field({ label: '留几版', help: '能退回的版本，连现在这一版在内；不写是 5' }))
    .optional(),
};

const host = () => text({ label: '主机', help: '名称或 IP 地址，不带 https:// 和路径', example: 'www.example.org' });
const port = () =>
  z
    .number()
    .int()
    .min(1)
    .max(65_535)
    .meta(field({ label: '端口', help: '不写就用这种协议通常的端口' }))
    .optional();
const user = () => text({ label: '用户名', example: 'jiangce' });
const remotePath = () => text({ label: '文件夹', help: '服务器上放网站的文件夹', example: '/var/www/jiangce' });

const FolderTargetSchema = z.strictObject({
  kind: z.literal('folder').meta(field({ label: '方式', help: '这台电脑上的文件夹、挂载的硬盘或共享盘' })),
  ...COMMON,
  path: text({
    label: '文件夹',
    help: '放网站的文件夹；不以 / 开头的，从项目的文件夹算起',
    example: '/var/www/jiangce',
  }),
});

const SftpTargetSchema = z.strictObject({
  kind: z.literal('sftp').meta(field({ label: '方式', help: '能用 SSH 登录的服务器' })),
  ...COMMON,
  host: host(),
  port: port(),
  user: user(),
  path: remotePath(),
  hostKey: z
    .string()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}$/, { error: '指纹写成 SHA256: 开头的一串，问管服务器的人' })
    .meta(
      field({
        label: '服务器指纹',
        help: '防止连到冒充的服务器',
        example: 'SHA256:Zk0Wm4xYk8v2eVb7u3tq1s9r5o6p7n8m9l0k1j2h3g4',
      }),
    ),
});

const FtpTargetSchema = z.strictObject({
  kind: z.literal('ftp').meta(field({ label: '方式', help: '只给 FTP 的空间' })),
  ...COMMON,
  host: host(),
  port: port(),
  user: user(),
  path: remotePath(),
  encryption: choice({
    label: '加密',
    choices: {
      tls: { label: '加密', help: 'FTPS，能用就用' },
      none: { label: '不加密', help: '密码会明着传过去，只在没有别的办法时用' },
    },
  }),
});

const S3TargetSchema = z.strictObject({
  kind: z.literal('s3').meta(field({ label: '方式', help: '对象存储：阿里云 OSS、腾讯云 COS、华为云 OBS 等' })),
  ...COMMON,
  endpoint: z.url({ protocol: /^https?$/ }).meta(
    field({
      label: '接入地址',
      help: '服务商给的 S3 地址，不带桶名',
      example: 'https://s3.oss-cn-qingdao.aliyuncs.com',
    }),
  ),
  region: text({ label: '地域', example: 'oss-cn-qingdao' }),
  bucket: text({ label: '桶', example: 'jiangce' }),
  prefix: text({ label: '桶里的文件夹', help: '网站不在桶的最上层时写', example: 'jiangce' }).optional(),
  addressing: choice({
    label: '桶名写在哪里',
    choices: {
      virtual: { label: '在主机名里', help: '云服务商一般是这样' },
      path: { label: '在路径里', help: '自己架的一般是这样' },
    },
  }),
});

const ZipTargetSchema = z.strictObject({
  kind: z.literal('zip').meta(field({ label: '方式', help: '打成一个压缩包，交给信息中心' })),
  ...COMMON,
  path: text({ label: '文件夹', help: '压缩包放在哪里', example: '../交给信息中心' }),
  content: choice({
    label: '装什么',
    choices: { all: '整个网站', changed: { label: '只装改过的', help: '另附一份要删的文件的清单' } },
  }),
});

/** `publish.json`: where the site is published to. No passwords: these come from the environment or from publish.env. */
export const PublishSchema = z.strictObject({
  targets: z
    .array(
      z.discriminatedUnion('kind', [
        FolderTargetSchema,
        SftpTargetSchema,
        FtpTargetSchema,
        S3TargetSchema,
        ZipTargetSchema,
      ]),
    )
    .min(1)
    .meta(field({ label: '目的地', help: '发布到哪里；第一个是不写名字时用的' })),
});
export type PublishSettings = z.output<typeof PublishSchema>;
export type PublishTarget = PublishSettings['targets'][number];
export type TargetOf<Kind extends PublishTarget['kind']> = Extract<PublishTarget, { kind: Kind }>;
